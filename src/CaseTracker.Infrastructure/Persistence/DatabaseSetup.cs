using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Infrastructure.Accountability;
using CaseTracker.Infrastructure.Audit;
using CaseTracker.Infrastructure.Confidentiality;
using CaseTracker.Infrastructure.Hosting;
using CaseTracker.Infrastructure.Reference;
using CaseTracker.Infrastructure.Vocabularies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Infrastructure.Persistence;

/// <summary>Brings the database to this version and its lists into memory; for the host's start and the command line.</summary>
public sealed class DatabaseSetup(IServiceScopeFactory scopes, IDbContextFactory<KeyDbContext> keys, IVaultDoor vault, DatabaseOptions options, TimeProvider time) : IDatabaseSetup
{
    public string Provider => options.Provider.ToString();

    public bool MigratesOnStart => options.MigrateOnStart;

    public string DataDirectory => options.DataDirectory;

    public async Task MigrateAsync(CancellationToken cancellationToken = default)
    {
        DataFolder.Prepare(Path.Combine(options.DataDirectory, "keys"));
        options.SqliteFiles.ForEach(SqliteFile.CreateForOwner);
        await using (var db = await keys.CreateDbContextAsync(cancellationToken))
        {
            await db.Database.MigrateAsync(cancellationToken);
        }

        await AsSystemAsync(db => db.Database.MigrateAsync(cancellationToken));
    }

    public async Task<bool> IsCurrentAsync(CancellationToken cancellationToken = default)
    {
        if (!await AsSystemAsync(async db => (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToHashSet().SetEquals(db.Database.GetMigrations())))
        {
            return false;
        }

        // A key database that is gone is not made anew here: that would hide the loss behind an empty one.
        await using var db = await keys.CreateDbContextAsync(cancellationToken);
        return !(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
    }

    public Task<bool> IsOfUnknownVersionAsync(CancellationToken cancellationToken = default) =>
        AsSystemAsync(async db => (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(db.Database.GetMigrations()).Any());

    /// <summary>Lists, places, authorities and releases; idempotent.</summary>
    public Task SeedAsync(CancellationToken cancellationToken = default) => AsSystemAsync(async db =>
    {
        await VocabularySeed.SeedAsync(db, cancellationToken);
        await AuthoritySeed.SeedAsync(db, time.GetUtcNow(), cancellationToken);
        await ReferenceSeed.SeedAsync(db, time.GetUtcNow(), cancellationToken);
    });

    public async Task LoadAsync(CancellationToken cancellationToken = default)
    {
        options.SqliteFiles.ForEach(SqliteFile.CloseToOthers);
        await LoadListsAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        var db = scope.ServiceProvider.GetRequiredService<CaseTrackerDbContext>();
        await db.MeasureIndexesAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<TrailKeys>().LoadAsync(db, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<TrailBaseline>().TakeAsync(db, cancellationToken);

        // After the trail has taken stock: what is derived again is vouched for by a line of its own.
        await LadderUpgrade.RunAsync(db, cancellationToken);
        await vault.OpenAsync(await HoldsSealedAsync(db, cancellationToken), cancellationToken);
    }

    /// <summary>Asks for the records that have keys of their own, and for what the installation's own key seals. People, words and what else is sealed come with an incident, and incidents stay.</summary>
    private static async Task<bool> HoldsSealedAsync(CaseTrackerDbContext db, CancellationToken cancellationToken) =>
        await db.Incidents.AnyAsync(cancellationToken)
        || await db.Campaigns.AnyAsync(cancellationToken)
        || await db.Interventions.AnyAsync(cancellationToken)
        || await db.Drafts.AnyAsync(cancellationToken)
        || await db.Apps.AnyAsync(cancellationToken);

    public async Task LoadListsAsync(CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TermCache>().LoadAsync(scope.ServiceProvider.GetRequiredService<CaseTrackerDbContext>(), cancellationToken);
    }

    private async Task AsSystemAsync(Func<CaseTrackerDbContext, Task> work) => await AsSystemAsync(async db =>
    {
        await work(db);
        return true;
    });

    private async Task<T> AsSystemAsync<T>(Func<CaseTrackerDbContext, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        return await work(scope.ServiceProvider.GetRequiredService<CaseTrackerDbContext>());
    }
}
