using CaseTracker.Domain.People;

namespace CaseTracker.Domain.Protection;

/// <summary>What of an assessment says whether it holds today.</summary>
/// <param name="Person">Null for the incident as a whole.</param>
public readonly record struct AssessedRisk(PersonId? Person, int Sequence, RiskBand Band, DateOnly AssessedOn, DateOnly ValidUntil);

/// <summary>How much risk there is today, as far as somebody judged it.</summary>
/// <param name="Band">The highest among those whose newest assessment still holds; null if none does.</param>
/// <param name="HasExpired">The newest assessment of somebody holds no more: their present risk is not known.</param>
public sealed record RiskStanding(RiskBand? Band, bool HasExpired)
{
    public static readonly RiskStanding NotAssessed = new(null, HasExpired: false);

    /// <summary>An older assessment never takes the place of a newer one that has expired.</summary>
    public static RiskStanding Of(IEnumerable<AssessedRisk> assessments, DateOnly today)
    {
        var newest = Newest(assessments).ToList();
        var holding = newest.Where(a => a.ValidUntil >= today).ToList();
        return new(holding.Count == 0 ? null : holding.Max(a => a.Band), holding.Count < newest.Count);
    }

    /// <summary>Of each person, and of the incident as a whole: the one made last. One entered late, of an earlier day, supersedes nothing.</summary>
    public static IEnumerable<AssessedRisk> Newest(IEnumerable<AssessedRisk> assessments) =>
        assessments.GroupBy(a => a.Person).Select(of => of.OrderBy(a => a.AssessedOn).ThenBy(a => a.Sequence).Last());
}
