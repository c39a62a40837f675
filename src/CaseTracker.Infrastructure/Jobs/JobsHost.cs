using CaseTracker.Application.Jobs;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CaseTracker.Infrastructure.Jobs;

/// <summary>
/// Starts the jobs once pages are served and the database is at this version; until then it asks again. A database that is
/// away never stops the site from starting.
/// </summary>
internal sealed partial class JobsHost(
    IJobEngine engine,
    IEnumerable<RecurringJob> jobs,
    DatabaseSetup database,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<JobsHost> logger) : BackgroundService
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LookAtClock = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ClockWasSet = TimeSpan.FromSeconds(15);

    private bool _started;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_started)
        {
            await engine.StopAsync(cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var serving = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var started = lifetime.ApplicationStarted.Register(serving.SetResult);
        await serving.Task.WaitAsync(stoppingToken);
        while (!await TryStartAsync(stoppingToken))
        {
            await Task.Delay(AskAgain, time, stoppingToken);
        }

        await FollowClockAsync(stoppingToken);
    }

    /// <summary>An engine that has planned its next turn for tomorrow, because the clock was a day ahead, would sleep until then.</summary>
    private async Task FollowClockAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var (clock, counter) = (time.GetUtcNow(), time.GetTimestamp());
            await Task.Delay(LookAtClock, time, stoppingToken);
            var drift = time.GetUtcNow() - clock - time.GetElapsedTime(counter);
            if (drift.Duration() > ClockWasSet)
            {
                LogClockSet(logger, drift.TotalSeconds);
                while (!await TryStartAsync(stoppingToken))
                {
                    await Task.Delay(AskAgain, time, stoppingToken);
                }
            }
        }
    }

    private async Task<bool> TryStartAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (!await database.IsCurrentAsync(stoppingToken))
            {
                return false;
            }

            await engine.StartAsync([.. jobs], stoppingToken);
            _started = true;
            LogStarted(logger, jobs.Count());
            return true;
        }
#pragma warning disable CA1031 // Whatever keeps the jobs from starting must not take the site down with it.
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogNotStarted(logger, fault.GetBaseException().GetType().Name);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} recurring jobs started")]
    private static partial void LogStarted(ILogger logger, int count);

    [LoggerMessage(LogLevel.Warning, "The clock was set by {Seconds:F0} s; the recurring jobs are planned anew")]
    private static partial void LogClockSet(ILogger logger, double seconds);

    [LoggerMessage(LogLevel.Warning, "The recurring jobs cannot start yet: {Fault}")]
    private static partial void LogNotStarted(ILogger logger, string fault);
}
