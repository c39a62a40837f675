using CaseTracker.Domain.Incidents;

namespace CaseTracker.Domain.Statistics;

/// <summary>Verified incidents (V3) and those not yet verified (V0–V2) are counted apart: no figure can mix them.</summary>
public enum VerificationGroup
{
    Verified = 1,
    NotYetVerified = 2,
}

/// <summary>Why an incident is in neither the numerator nor the denominator. Always shown with its count.</summary>
public enum LeftOut
{
    /// <summary>The incident bears no date.</summary>
    NoDate,

    /// <summary>A stage is dated before the incident: one of the dates is wrong.</summary>
    StageBeforeIncident,

    /// <summary>It happened after the day that is looked at.</summary>
    NotYetHappened,

    /// <summary>Not confirmed, falsely attributed or rejected (V4–V6).</summary>
    NotConfirmed,

    /// <summary>Not old enough for the question.</summary>
    TooRecent,

    /// <summary>The question is about other acts.</summary>
    OtherActs,

    /// <summary>No path is recorded: nobody here knows what became of it. Never counted as impunity.</summary>
    Unknown,

    /// <summary>Nobody told the authority, so it could not answer.</summary>
    NotReported,

    /// <summary>Paths are recorded, but none is a criminal one.</summary>
    NoCriminalFile,

    /// <summary>The suspect died before a judgment: neither justice nor impunity.</summary>
    SuspectDied,
}

/// <summary>What can be said of any incident before any question is asked of it.</summary>
public static class Counting
{
    /// <summary>Below this age too few outcomes have had time to happen (docs/statistics.md).</summary>
    public const int MatureMonths = 60;

    /// <summary>False for an incident of the other group. V4–V6 belong to none, and are left out of both aloud.</summary>
    public static bool MayHold(this VerificationGroup group, Verification verification) => verification switch
    {
        Verification.V3 => group == VerificationGroup.Verified,
        Verification.V0 or Verification.V1 or Verification.V2 => group == VerificationGroup.NotYetVerified,
        _ => true,
    };

    /// <summary>Null if the incident can be counted on that day at all.</summary>
    public static LeftOut? Unusable(IncidentFact fact, DateOnly asOf)
    {
        if (fact.Verification > Verification.V3)
        {
            return LeftOut.NotConfirmed;
        }

        if (fact.Started is not { } started)
        {
            return LeftOut.NoDate;
        }

        if (started.Earliest > asOf)
        {
            return LeftOut.NotYetHappened;
        }

        return fact.HasStageBeforeIncident ? LeftOut.StageBeforeIncident : null;
    }
}

/// <summary>Ids by reason, in the order in which they were met.</summary>
internal sealed class Tally<TReason>
    where TReason : notnull
{
    private readonly SortedDictionary<TReason, List<IncidentId>> _ids = [];

    public void Add(TReason reason, IncidentId id)
    {
        if (!_ids.TryGetValue(reason, out var ids))
        {
            _ids[reason] = ids = [];
        }

        // Two files of one incident can have the same fate; they are met one after the other.
        if (ids.Count == 0 || ids[^1] != id)
        {
            ids.Add(id);
        }
    }

    public IReadOnlyDictionary<TReason, IReadOnlyList<IncidentId>> ToDictionary() => _ids.ToDictionary(p => p.Key, p => (IReadOnlyList<IncidentId>)p.Value);
}
