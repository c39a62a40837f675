using System.Text.Json;
using CaseTracker.Domain.Statistics;

namespace CaseTracker.Application.Statistics;

/// <summary>
/// How an address names one number of the statistics: the group, the figure (the key of a definition, or one of these) and the
/// part of it. The names of a figure's parts are <see cref="Numerator"/>, <see cref="Denominator"/>, a class of justice or a reason for
/// leaving out; those of a funnel its rungs, J0 to J8.
/// </summary>
public static class NumberNames
{
    public const string Verified = "verified";
    public const string Unverified = "unverified";

    public const string Recorded = "register";
    public const string All = "all";
    public const string Recent = "recent";

    public const string FunnelOfAll = "funnel.all";
    public const string FunnelOfMature = "funnel.mature";

    public const string Numerator = "numerator";
    public const string Denominator = "denominator";

    private static readonly Dictionary<string, Justice> Justices = Enum.GetValues<Justice>().ToDictionary(Of);
    private static readonly Dictionary<string, LeftOut> Reasons = Enum.GetValues<LeftOut>().ToDictionary(Of);

    public static string Of(VerificationGroup group) => group == VerificationGroup.Verified ? Verified : Unverified;

    public static string Of(Justice justice) => "justice-" + Kebab(justice.ToString());

    public static string Of(LeftOut reason) => "left-out-" + Kebab(reason.ToString());

    public static VerificationGroup? GroupOf(string? name) => name switch
    {
        Verified => VerificationGroup.Verified,
        Unverified => VerificationGroup.NotYetVerified,
        _ => null,
    };

    internal static bool IsJustice(string part, out Justice justice) => Justices.TryGetValue(part, out justice);

    internal static bool IsLeftOut(string part, out LeftOut reason) => Reasons.TryGetValue(part, out reason);

    private static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
