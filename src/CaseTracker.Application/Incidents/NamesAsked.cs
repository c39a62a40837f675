using System.Collections.Concurrent;
using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;

namespace CaseTracker.Application.Incidents;

/// <summary>
/// How many names one member may ask of the hint about duplicates in a minute. Whoever logs an incident types a few; a list of
/// them is how to find out who is on record. A name that was asked in the same minute is not counted again.
/// </summary>
/// <param name="most">As many as the form has rows, where nothing is configured.</param>
public sealed class NamesLimit(int most = NamesLimit.Usual)
{
    public const int Usual = 30;

    public static readonly TimeSpan Within = TimeSpan.FromMinutes(1);

    /// <summary>As the trail names what was asked for faster than a person works, with the pace as its detail.</summary>
    public const string Action = "LimitReached";

    public const string Detail = "Pace.Names";

    public int Most { get; } = most;

    internal ConcurrentDictionary<MemberId, Window> Windows { get; } = new();

    /// <summary>Names as their hashes: two that share one are counted as one, and none stands in memory.</summary>
    internal sealed class Window
    {
        public DateTimeOffset End { get; set; }

        public HashSet<int> Asked { get; } = [];

        public bool IsTold { get; set; }
    }
}

/// <summary>Counts on this node and in memory, as every pace is counted.</summary>
public sealed class NamesAsked(NamesLimit limit, CurrentActor current, Calendar calendar, ITrailWriter trail)
{
    /// <summary>The names in their places, those beyond the limit empty. The first of these in a minute leaves a line in the trail.</summary>
    public async Task<IReadOnlyList<string>> TakeAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        if (current.Actor.Id is not { } member)
        {
            return names;
        }

        var (taken, isFirst) = Take(limit.Windows.GetOrAdd(member, _ => new NamesLimit.Window()), names);
        if (isFirst)
        {
            await trail.WriteAsync(member, NamesLimit.Action, AuditOutcome.Denied, subject: null, NamesLimit.Detail, cancellationToken);
        }

        return taken;
    }

    private (IReadOnlyList<string> Taken, bool IsFirst) Take(NamesLimit.Window window, IReadOnlyList<string> names)
    {
        lock (window)
        {
            if (calendar.Now >= window.End)
            {
                (window.End, window.IsTold) = (calendar.Now + NamesLimit.Within, false);
                window.Asked.Clear();
            }

            List<string> taken = [.. names.Select(n => IsTaken(window.Asked, n) ? n : "")];
            var isFirst = !window.IsTold && !taken.SequenceEqual(names);
            window.IsTold |= isFirst;
            return (taken, isFirst);
        }
    }

    private bool IsTaken(HashSet<int> asked, string name)
    {
        var hash = StringComparer.OrdinalIgnoreCase.GetHashCode(name.Trim());
        return name.Length == 0 || asked.Contains(hash) || (asked.Count < limit.Most && asked.Add(hash));
    }
}
