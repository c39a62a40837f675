namespace CaseTracker.Domain.Audit;

/// <summary>Instants as whole microseconds since 1970 in UTC: what every database gives back as it was given.</summary>
internal static class Micros
{
    public static DateTimeOffset Truncate(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    public static long Of(DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;
}
