using System.Globalization;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Web.Localization;

public sealed class Labels(ITerms terms, IAreas areas) : ILabels
{
    private static bool InSpanish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "es";

    public string Of(string list, string? code) =>
        terms.Find(list, code) is { } term ? InSpanish ? term.Spanish : term.English : code ?? "";

    public string OfArea(string? code) =>
        areas.Find(code) is { } area ? InSpanish ? area.Spanish : area.English : code ?? "";
}
