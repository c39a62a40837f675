using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Accountability;

/// <summary>An entry that is appended and never changed: mended by another that says which one it replaces.</summary>
public interface IAppended
{
    /// <summary>1, 2, 3 … within its proceeding, in the order of recording.</summary>
    int Sequence { get; }

    /// <summary>Sequence of the entry that this one replaces.</summary>
    int? Corrects { get; }

    /// <summary>Sequence of an entry before which this one stands though it was recorded later; null for what stands at the end.</summary>
    int? Precedes => null;
}

/// <summary>An entry whose date is also read as one day, from which deadlines and clocks count.</summary>
public interface IDatedEntry : IAppended
{
    PartialDate On { get; }

    /// <summary>Latest day it can mean, but never after the organisation's day on which it was first recorded; see <see cref="StageHistory.LastDay"/>.</summary>
    DateOnly LastDay { get; }

    DateTimeOffset RecordedAt { get; }
}

/// <summary>A recorded stage wherever it is read: in its proceeding, or in a row fetched to be counted.</summary>
public interface IStageRecord : IAppended
{
    Stage Stage { get; }

    /// <summary>First day its date can mean; null when unknown.</summary>
    DateOnly? Earliest { get; }

    /// <summary>Sequence of the perpetrator of whom it speaks; null for the path as a whole.</summary>
    int? Accused { get; }

    /// <summary>Of a conviction: no ordinary appeal is left.</summary>
    bool IsFinal { get; }

    bool Reopens { get; }
}

public static class StageHistory
{
    /// <summary>
    /// The entries that no other corrects, each in the place of the one that it corrects: mending an early date
    /// late does not turn an early stage into the latest one. What was found out late stands before what it came before.
    /// </summary>
    public static IReadOnlyList<T> Standing<T>(IEnumerable<T> recorded)
        where T : IAppended
    {
        var standing = new List<T>();
        foreach (var entry in recorded.OrderBy(e => e.Sequence))
        {
            var place = entry.Corrects is { } wrong ? standing.FindIndex(s => s.Sequence == wrong) : -1;
            if (place >= 0)
            {
                standing[place] = entry;
            }
            else if (entry.Precedes is { } next)
            {
                standing.Insert(Math.Max(0, standing.FindIndex(s => s.Sequence == next)), entry);
            }
            else
            {
                standing.Add(entry);
            }
        }

        return standing;
    }

    /// <summary>What an entry corrects, what that one corrected, and so on to the first recording, which comes last; empty for what corrects nothing.</summary>
    public static IEnumerable<T> Corrected<T>(IReadOnlyCollection<T> recorded, int? corrects)
        where T : class, IAppended
    {
        // Only what was recorded before can be corrected: a row that was tampered with must not turn this into a circle.
        for (var before = int.MaxValue; recorded.FirstOrDefault(e => e.Sequence == corrects && e.Sequence < before) is { } wrong; before = wrong.Sequence)
        {
            yield return wrong;
            corrects = wrong.Corrects;
        }
    }

    /// <summary>
    /// The last day that the date of a new entry can mean. Mending a typo is no news of the case: a correction that leaves the date
    /// leaves the day, and one that moves it reads the new date as of the first recording.
    /// </summary>
    /// <param name="today">The organisation's day on which the new entry is recorded.</param>
    public static DateOnly LastDay<T>(IReadOnlyCollection<T> recorded, PartialDate on, int? corrects, DateOnly today)
        where T : class, IDatedEntry
    {
        var corrected = Corrected(recorded, corrects).ToList();
        return corrected.Find(e => e.On == on)?.LastDay
            ?? on.LastDayAsOf(corrected.Count > 0 && DateOnly.FromDateTime(corrected[^1].RecordedAt.UtcDateTime) is var first && first < today ? first : today);
    }
}
