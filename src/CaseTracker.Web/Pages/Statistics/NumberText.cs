using System.Globalization;
using CaseTracker.Application.Statistics;
using CaseTracker.Domain.Statistics;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Pages.Statistics;

/// <summary>Counts, shares and intervals as they are written, and the addresses of the incidents behind them.</summary>
public static class NumberText
{
    public static string Of(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    public static string Percent(double share) => share.ToString("P1", CultureInfo.CurrentCulture);

    /// <summary>Wilson's 95 % interval, such as "86.6% to 90.2%"; a dash where there is no figure.</summary>
    public static string Interval(Proportion? share, IStringLocalizer text)
    {
        if (share is null)
        {
            return text["None"];
        }

        var interval = share.Wilson();
        return text["Interval", Percent(interval.Lower), Percent(interval.Upper)];
    }

    /// <summary>Below the root of the site: write <c>~/</c> before it.</summary>
    public static string Href(VerificationGroup group, string figure, string part) =>
        $"statistics/incidents?scope={NumberNames.Of(group)}&figure={Uri.EscapeDataString(figure)}&part={Uri.EscapeDataString(part)}";

    /// <summary>For a coordinate of a drawing, where a decimal comma would be read as two numbers.</summary>
    public static string Coordinate(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
