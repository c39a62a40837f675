using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Vocabularies;

/// <summary>The code lists as the domain asks them: is this a code that a person may choose?</summary>
public interface ITerms
{
    /// <summary>Null if there is no such code in the list.</summary>
    Term? Find(string list, string? code);

    IReadOnlyList<Term> All(string list);
}

public static class TermChecks
{
    /// <summary>Adds a refusal unless <paramref name="code"/> is empty (where allowed) or a term of the list that is not a group.</summary>
    public static void RequireTerm(this ICollection<Refusal> refusals, ITerms terms, string list, string? code, string field, bool required = true)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            if (required)
            {
                refusals.Add(SharedErrors.Required.On(field));
            }
        }
        else if (terms.Find(list, code) is not { IsGroup: false })
        {
            refusals.Add(SharedErrors.UnknownTerm.On(field));
        }
    }
}
