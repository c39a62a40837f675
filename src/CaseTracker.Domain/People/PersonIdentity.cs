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

    public string Name { get; private set; } = "";

    public string? Aliases { get; private set; }

    public string? Contact { get; private set; }

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
            : new PersonIdentity { PersonId = person, Name = cleanName.Value!, Aliases = cleanAliases.Value, Contact = cleanContact.Value };
    }
}

/// <summary>One word of a person's name or aliases, folded for comparison.</summary>
public sealed class PersonNameToken
{
    public const int TokenLimit = 60;

    public PersonNameToken(PersonId personId, string token)
    {
        PersonId = personId;
        Token = token;
    }

    public PersonId PersonId { get; private init; }

    public string Token { get; private init; }
}

/// <summary>Names compared as people write them: without accents, case, hyphens or particles.</summary>
public static class NameTokens
{
    private static readonly HashSet<string> Particles = ["de", "del", "la", "las", "los", "el", "y", "e", "da", "do", "dos", "van", "von", "the", "of", "and"];

    public static IReadOnlyList<string> Of(params string?[] texts) =>
        [.. texts.Where(t => t is not null).SelectMany(t => Words(t!)).Where(w => w.Length > 1 && !Particles.Contains(w)).Distinct()];

    public static IEnumerable<string> Words(string text)
    {
        var word = new System.Text.StringBuilder();
        foreach (var c in text.Normalize(System.Text.NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c))
            {
                // Invariant: a Turkish İ must not become another letter on another server.
                word.Append(c == 'ı' ? 'i' : char.ToLowerInvariant(c));
            }
            else if (char.GetUnicodeCategory(c) is not (System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.Format) && c is not ('\'' or '’') && word.Length > 0)
            {
                yield return Cut(word);
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return Cut(word);
        }
    }

    private static string Cut(System.Text.StringBuilder word) => word.ToString(0, Math.Min(word.Length, PersonNameToken.TokenLimit));
}
