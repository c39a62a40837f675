using CaseTracker.Application.Persistence;

namespace CaseTracker.Web.Hosting;

/// <summary>
/// Compares the lists and releases that ship with this version with what is stored, once the site answers: on an existing
/// database there is seldom anything to change, and nobody should wait for it.
/// </summary>
public sealed partial class ShippedLists(IDatabaseSetup database, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<ShippedLists> logger) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RefreshAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site ended before its time came; the next start compares again.
            return;
        }
    }

    private async Task RefreshAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var whenStarted = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);

        // The first visitors' pages are compiled now; this can wait for them.
        await Task.Delay(Patience, time, stoppingToken);
        while (!await TryAsync(stoppingToken))
        {
            await Task.Delay(AskAgain, time, stoppingToken);
        }
    }

    private async Task<bool> TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            await database.SeedAsync(stoppingToken);
            await database.LoadListsAsync(stoppingToken);
            return true;
        }
#pragma warning disable CA1031 // Lists that cannot be compared now must not end the site, which has those that are stored.
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogNotCompared(logger, fault.GetBaseException().GetType().Name);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The shipped lists cannot be compared yet: {Fault}")]
    private static partial void LogNotCompared(ILogger logger, string fault);
}
