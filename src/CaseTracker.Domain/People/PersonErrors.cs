using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.People;

public static class PersonErrors
{
    public static readonly Refusal NotOnRecord = new("person.not_on_record", Field: "Person");
    public static readonly Refusal NamedAndUnknown = new("person.named_and_unknown", Field: "Name");
    public static readonly Refusal RecordedOtherwise = new("person.recorded_otherwise");
    public static readonly Refusal IdentityOnRecord = new("person.identity_on_record");
    public static readonly Refusal IdentityNotKnown = new("person.identity_not_known", Field: "Reason");
    public static readonly Refusal ReasonMissing = new("person.reason_missing", Field: "Reason");
}
