namespace CaseTracker.Testing;

/// <summary>Stands still until a test moves it, so that what depends on the day can be asserted to the second.</summary>
public sealed class FixedClock : TimeProvider
{
    /// <summary>A Monday, nine in the morning in Mexico City: the day is the same in UTC and at the organisation's desk.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 16, 15, 0, 0, TimeSpan.Zero);

    private long _ticks = Start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Set(DateTimeOffset now) => Interlocked.Exchange(ref _ticks, now.UtcTicks);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
