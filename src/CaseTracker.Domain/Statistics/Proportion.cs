using MathNet.Numerics.Distributions;

namespace CaseTracker.Domain.Statistics;

/// <summary>Lower and upper limit of a share, both within 0 to 1.</summary>
public readonly record struct ShareInterval(double Lower, double Upper);

/// <summary>
/// How many of how many, as a share from 0 to 1 with its uncertainty. A share of nothing does not exist:
/// <see cref="Of"/> gives null, never 0.
/// </summary>
public sealed record Proportion
{
    public const double UsualConfidence = 0.95;

    private Proportion(int numerator, int denominator)
    {
        Numerator = numerator;
        Denominator = denominator;
    }

    public int Numerator { get; }

    public int Denominator { get; }

    public double Share => (double)Numerator / Denominator;

    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or more are counted than there are.</exception>
    public static Proportion? Of(int numerator, int denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfNegative(denominator);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numerator, denominator);
        return denominator == 0 ? null : new Proportion(numerator, denominator);
    }

    /// <summary>
    /// Score interval, for display: (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) / (1 + z²/n); an end at which nothing or everything
    /// was counted is closed at 0 or 1. Source: Wilson, Journal of the American Statistical Association 22 (1927), 209–212.
    /// </summary>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    public ShareInterval Wilson(double confidence = UsualConfidence)
    {
        var z = Normal.InvCDF(0, 1, 1 - (Alpha(confidence) / 2));
        double n = Denominator;
        var p = Share;
        var shrink = 1 + (z * z / n);
        var centre = (p + (z * z / (2 * n))) / shrink;
        var half = z * Math.Sqrt((p * (1 - p) / n) + (z * z / (4 * n * n))) / shrink;
        return new ShareInterval(
            Numerator == 0 ? 0 : Math.Max(0, centre - half),
            Numerator == Denominator ? 1 : Math.Min(1, centre + half));
    }

    /// <summary>
    /// Exact interval, for claims of "at least": it never covers less than it says, and is wider for it. Limits are the
    /// quantiles Beta(α/2; x, n−x+1) and Beta(1−α/2; x+1, n−x). Source: Clopper and Pearson, Biometrika 26 (1934), 404–413.
    /// </summary>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    public ShareInterval ClopperPearson(double confidence = UsualConfidence)
    {
        var tail = Alpha(confidence) / 2;
        return new ShareInterval(
            Numerator == 0 ? 0 : Beta.InvCDF(Numerator, Denominator - Numerator + 1, tail),
            Numerator == Denominator ? 1 : Beta.InvCDF(Numerator + 1, Denominator - Numerator, 1 - tail));
    }

    private static double Alpha(double confidence) =>
        confidence is > 0 and < 1 ? 1 - confidence : throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies between 0 and 1.");
}
