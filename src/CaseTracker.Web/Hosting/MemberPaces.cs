using System.Collections.Concurrent;
using CaseTracker.Domain.Access;
using CaseTracker.Web.Http;

namespace CaseTracker.Web.Hosting;

/// <summary>
/// Counts what each member asks for, on this node and in memory: with N nodes a member has up to N times as much. Nobody is
/// limited by what somebody else does.
/// </summary>
public sealed class MemberPaces(IConfiguration configuration, TimeProvider time)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    // Ten pages a second are a script, and so are a hundred names in a minute; thirty identities in ten minutes are a list.
    private static readonly Dictionary<Pace, (int Requests, TimeSpan Within)> Defaults = new()
    {
        [Pace.Reading] = (600, Minute),
        [Pace.Writing] = (120, Minute),
        [Pace.Typing] = (240, Minute),
        [Pace.Searching] = (90, Minute),
        [Pace.Identities] = (30, TenMinutes),
        [Pace.Exports] = (20, TenMinutes),
    };

    private readonly Dictionary<Pace, (int Requests, TimeSpan Within)> _limits = Defaults.ToDictionary(d => d.Key, d => (Read(configuration, d.Key, d.Value.Requests), d.Value.Within));
    private readonly ConcurrentDictionary<(MemberId Member, Pace Pace), Window> _windows = new();

    public Step Take(MemberId member, Pace pace)
    {
        var (requests, within) = _limits[pace];
        var window = _windows.GetOrAdd((member, pace), _ => new Window());
        lock (window)
        {
            var now = time.GetUtcNow();
            if (now >= window.End)
            {
                (window.End, window.Count) = (now + within, 0);
            }

            window.Count++;
            return new(window.Count <= requests, window.Count == requests + 1, window.End - now);
        }
    }

    /// <exception cref="InvalidOperationException">It is no number of requests.</exception>
    private static int Read(IConfiguration configuration, Pace pace, int usual) =>
        configuration.GetValue($"Limits:{pace}", usual) is > 0 and var requests ? requests : throw new InvalidOperationException($"Limits:{pace} must be at least 1.");

    private sealed class Window
    {
        public DateTimeOffset End { get; set; }

        public int Count { get; set; }
    }
}

/// <param name="IsFirst">The first that is refused in its window.</param>
/// <param name="Wait">Until the window ends.</param>
public readonly record struct Step(bool IsAllowed, bool IsFirst, TimeSpan Wait);
