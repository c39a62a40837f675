using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.People;

public static class PersonErrors
{
    public static readonly Refusal NotOnRecord = new("person.not_on_record", Field: "Person");
    public static readonly Refusal NamedAndUnknown = new("person.named_and_unknown", Field: "Name");
    public static readonly Refusal ReasonMissing = new("person.reason_missing", Field: "Reason");
}
