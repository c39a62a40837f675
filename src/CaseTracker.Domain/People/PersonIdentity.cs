using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.People;

/// <summary>Who a person is. Never joined by a list, a page or a report: only the identity register reads it, one at a time, and says so in the trail.</summary>
public sealed class PersonIdentity
{
    public const int NameLimit = 200;
    public const int AliasesLimit = 400;
    public const int ContactLimit = 1000;

    private PersonIdentity()
    {
    }

    public PersonId PersonId { get; private init; }

    public Sealed<string> Name { get; private set; } = null!;

    public Sealed<string>? Aliases { get; private set; }

    public Sealed<string>? Contact { get; private set; }

    public static Result<PersonIdentity> Of(PersonId person, string? name, string? aliases, string? contact)
    {
        var refusals = new List<Refusal>();
        var cleanName = CleanText.Line(name, NameLimit, nameof(Name), required: true);
        refusals.AddRange(cleanName.Refusals);
        var cleanAliases = CleanText.Line(aliases, AliasesLimit, nameof(Aliases));
        refusals.AddRange(cleanAliases.Refusals);
        var cleanContact = CleanText.Lines(contact, ContactLimit, nameof(Contact));
        refusals.AddRange(cleanContact.Refusals);
        return refusals.Count > 0
            ? refusals
            : new PersonIdentity { PersonId = person, Name = Sealed<string>.Of(cleanName.Value!), Aliases = Sealing.Of(cleanAliases.Value), Contact = Sealing.Of(cleanContact.Value) };
    }
}
