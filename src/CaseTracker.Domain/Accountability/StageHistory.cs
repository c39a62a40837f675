using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Accountability;

/// <summary>An entry that is appended and never changed: mended, or taken back, by another that says which one it replaces.</summary>
public interface IAppended
{
    /// <summary>1, 2, 3 … within its proceeding, in the order of recording.</summary>
    int Sequence { get; }

    /// <summary>Sequence of the entry that this one replaces, or takes back.</summary>
    int? Corrects { get; }

    /// <summary>The entry was made by mistake: this one takes it back and puts nothing in its place.</summary>
    bool IsWithdrawal { get; }

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
    /// The entries that no other corrects or withdraws, each in the place of the one that it corrects: mending an early date
    /// late does not turn an early stage into the latest one. Withdrawing a correction brings nothing back that it corrected.
    /// What was found out late stands before what it came before.
    /// </summary>
    /// <remarks>Where only a database can look, the same is said as: no withdrawal, and no other's <see cref="IAppended.Corrects"/>.</remarks>
    public static IReadOnlyList<T> Standing<T>(IEnumerable<T> recorded)
        where T : IAppended
    {
        var standing = new List<T>();
        foreach (var entry in recorded.OrderBy(e => e.Sequence))
        {
            var place = entry.Corrects is { } wrong ? standing.FindIndex(s => s.Sequence == wrong) : -1;
            if (place < 0 && !entry.IsWithdrawal && entry.Precedes is { } next)
            {
                standing.Insert(Math.Max(0, standing.FindIndex(s => s.Sequence == next)), entry);
            }
            else if (place < 0 && !entry.IsWithdrawal)
            {
                standing.Add(entry);
            }
            else if (place >= 0 && entry.IsWithdrawal)
            {
                standing.RemoveAt(place);
            }
            else if (place >= 0)
            {
                standing[place] = entry;
            }
        }

        return standing;
    }

    /// <summary>
    /// Everything recorded, to be told in the order of the path: a correction or a withdrawal after what it takes the place of, and what was
    /// found out late before what it came before.
    /// </summary>
    public static IReadOnlyList<T> InPlace<T>(IReadOnlyCollection<T> recorded)
        where T : class, IAppended
    {
        return [.. recorded.OrderBy(e => PlaceOf(e, recorded.Count)).ThenBy(e => e.Sequence)];

        // Only what was recorded before can be corrected or come after: a row that was tampered with must not turn this into a circle.
        double PlaceOf(T entry, int depth) => depth == 0 ? entry.Sequence
            : recorded.FirstOrDefault(e => e.Sequence == entry.Corrects && e.Sequence < entry.Sequence) is { } wrong ? PlaceOf(wrong, depth - 1)
            : recorded.FirstOrDefault(e => e.Sequence == entry.Precedes && e.Sequence < entry.Sequence) is { } next ? PlaceOf(next, depth - 1) - 0.5
            : entry.Sequence;
    }

    /// <summary>The entry that took the place of another, or took it back; null for what stands, and for a withdrawal.</summary>
    public static T? Replacing<T>(IEnumerable<T> recorded, T entry)
        where T : class, IAppended => recorded.FirstOrDefault(other => other.Corrects == entry.Sequence);

    /// <summary>Whether it was taken back in the end, itself or once it had been corrected.</summary>
    public static bool IsWithdrawn<T>(IReadOnlyCollection<T> recorded, T entry)
        where T : class, IAppended
    {
        while (Replacing(recorded, entry) is { } next && next.Sequence > entry.Sequence)
        {
            if (next.IsWithdrawal)
            {
                return true;
            }

            entry = next;
        }

        return false;
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
