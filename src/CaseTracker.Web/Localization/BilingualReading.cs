using System.Globalization;
using CaseTracker.Domain.Reference;

namespace CaseTracker.Web.Localization;

public static class BilingualReading
{
    /// <summary>The words in the language of the request.</summary>
    public static string Read(this BilingualText text) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "es" ? text.Spanish : text.English;
}
