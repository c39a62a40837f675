using System.Diagnostics;
using CaseTracker.Application.Access;
using CaseTracker.Application.Audit;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Domain.Audit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseTracker.Application.Jobs;

/// <summary>Runs one job once, on behalf of the system. Logs its name, count and duration: what it worked on is nobody's business.</summary>
public sealed partial class JobRunner(IServiceScopeFactory scopes, IEnumerable<RecurringJob> jobs, SealAlarm seals, TrailAlarm trail, ILogger<JobRunner> logger)
{
    /// <summary>A job that fails is logged and runs again at its next turn. A name that is no longer known is passed over.</summary>
    public async Task RunAsync(string name, CancellationToken cancellationToken)
    {
        if (jobs.FirstOrDefault(j => j.Name == name) is not { } job)
        {
            return;
        }

        var started = Stopwatch.GetTimestamp();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
            var count = await ((IRecurringWork)scope.ServiceProvider.GetRequiredService(job.Work)).RunAsync(cancellationToken);
            LogDone(logger, count > 0 ? LogLevel.Information : LogLevel.Debug, name, count, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogStopped(logger, name);
        }
#pragma warning disable CA1031 // The job is the host of what it runs: nothing above it could answer, and the next turn must come.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            switch (fault)
            {
                case SealBrokenException broken:
                    await seals.RaiseAsync(actor: null, broken);
                    break;
                case TrailTreeException tree:
                    await trail.RaiseAsync(tree.Fault);
                    break;
            }

            LogFailed(logger, name, Innermost(fault).GetType().Name);
        }
    }

    private static Exception Innermost(Exception fault) => fault.GetBaseException();

    [LoggerMessage("Job {Job} did {Count} in {Milliseconds:F0} ms")]
    private static partial void LogDone(ILogger logger, LogLevel level, string job, int count, double milliseconds);

    [LoggerMessage(LogLevel.Information, "Job {Job} was stopped")]
    private static partial void LogStopped(ILogger logger, string job);

    [LoggerMessage(LogLevel.Error, "Job {Job} failed: {Fault}")]
    private static partial void LogFailed(ILogger logger, string job, string fault);
}
