using CaseTracker.Application.Persistence;

namespace CaseTracker.Web.Hosting;

/// <summary>
/// Compares the lists and releases that ship with this version with what is stored, once the site answers: on an existing
/// database there is seldom anything to change, and nobody should wait for it.
/// </summary>
public sealed class ShippedLists(IDatabaseSetup database, IHostApplicationLifetime lifetime, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

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
        await database.SeedAsync(stoppingToken);
        await database.LoadAsync(stoppingToken);
    }
}
