namespace CaseTracker.Web.Localization;

/// <summary>What people read for a code, in the language of the request.</summary>
public interface ILabels
{
    /// <param name="list">Name of a code list, see <see cref="Domain.Vocabularies.Lists"/>.</param>
    /// <param name="code">A code of that list; an unknown one is answered with itself, none with an empty text.</param>
    string Of(string list, string? code);

    /// <param name="code">A country or a state, see <see cref="Domain.Places.Area"/>; answered like the codes of a list.</param>
    string OfArea(string? code);
}
