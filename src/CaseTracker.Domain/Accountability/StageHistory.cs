namespace CaseTracker.Domain.Accountability;

/// <summary>An entry that is appended and never changed: mended by another that says which one it replaces.</summary>
public interface IAppended
{
    /// <summary>1, 2, 3 … within its proceeding, in the order of recording.</summary>
    int Sequence { get; }

    /// <summary>Sequence of the entry that this one replaces.</summary>
    int? Corrects { get; }
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
    /// late does not turn an early stage into the latest one.
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
            else
            {
                standing.Add(entry);
            }
        }

        return standing;
    }
}
