using CaseTracker.Application.Access;
using CaseTracker.Application.Audit;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Audit;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Application.IntegrationTests.Audit;

/// <summary>A trail of ten sealed lines in a database of its own, for a test to change past the product.</summary>
public abstract class TamperedTrail<TApp> : IAsyncLifetime
    where TApp : UseCases, new()
{
    protected TApp App { get; } = new();

    public async Task InitializeAsync()
    {
        await App.InitializeAsync();
        if (App.IsThere)
        {
            await WriteAsync(10);
            await App.SealAsync();
        }
    }

    public Task DisposeAsync() => App.DisposeAsync();

    protected async Task WriteAsync(int lines)
    {
        var writer = App.Services.GetRequiredService<ITrailWriter>();
        for (var i = 1; i <= lines; i++)
        {
            App.Clock.Advance(TimeSpan.FromSeconds(1));
            await writer.WriteAsync(new(Guid.CreateVersion7()), "MoveIncident", AuditOutcome.Done, $"CT-2026-0000{i % 10}", $"S{i}>S{i + 1}", default);
        }
    }

    protected Task<int> SqlAsync(string statements) => App.StoredAsync(db => db.Database.ExecuteSqlRawAsync(statements));

    protected Task<string> CheckpointAsync() => App.ProofAsync(p => p.CheckpointAsync(default));

    protected Task<TrailVerdict> VerifyAsync(params Checkpoint[] kept) => App.ProofAsync(p => p.VerifyAsync(kept, null, default));

    protected async Task ExpectAsync(TrailFault? fault, params Checkpoint[] kept) => Assert.Equal(fault, (await VerifyAsync(kept)).Fault);
}

internal static class TrailProofs
{
    public static Task<int> SealAsync(this UseCases app) => app.ProofAsync(p => p.SealAsync(default));

    /// <summary>Types whose rows the trail vouches for, one for each table.</summary>
    public static Task<List<IEntityType>> GuardedAsync(this UseCases app) =>
        app.StoredAsync(db => Task.FromResult(db.Model.GetEntityTypes().Where(t => !UnguardedTables.All.ContainsKey(t.GetTableName()!)).DistinctBy(t => t.GetTableName()).ToList()));

    public static async Task<long> GuardedRowsAsync(this UseCases app)
    {
        var rows = 0L;
        foreach (var type in await app.GuardedAsync())
        {
            rows += await app.CountAsync(type.GetTableName()!);
        }

        return rows;
    }

    public static Task<TrailState> StateAsync(this UseCases app) => app.ProofAsync(p => p.StateAsync(default));

    public static async Task<T> ProofAsync<T>(this UseCases app, Func<ITrailProof, Task<T>> ask)
    {
        await using var scope = app.ScopeOf(Actor.System());
        return await ask(scope.ServiceProvider.GetRequiredService<ITrailProof>());
    }
}
