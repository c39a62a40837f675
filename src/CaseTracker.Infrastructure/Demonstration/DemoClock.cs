using CaseTracker.Application.Time;

namespace CaseTracker.Infrastructure.Demonstration;

/// <summary>When invented work was done: at an hour of its day, and never later than now. Otherwise it would stand above what people record.</summary>
internal sealed class DemoClock(Calendar calendar)
{
    private readonly DateTimeOffset _now = calendar.Now;

    public DateOnly Today { get; } = calendar.Today;

    /// <param name="hour">Of a past day, in UTC. What was done today is spread over the part of it that is over, in the same order.</param>
    public DateTimeOffset At(DateOnly day, int hour, int minute = 0)
    {
        var time = new TimeOnly(hour, minute);
        if (day >= Today)
        {
            var dawn = calendar.StartOf(Today);
            return dawn.AddSeconds(Math.Floor((_now - dawn).TotalSeconds * (time.ToTimeSpan() / TimeSpan.FromDays(1))));
        }

        return new DateTimeOffset(day.ToDateTime(time), TimeSpan.Zero) is var then && then < _now ? then : _now;
    }

    /// <summary>The organisation's day.</summary>
    public DateOnly DayOf(DateTimeOffset at) => calendar.DayOf(at);
}
