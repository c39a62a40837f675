using CaseTracker.Domain.Audit;
using CaseTracker.Infrastructure.Persistence;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Application.IntegrationTests.Audit;

/// <summary>A database whose rows are from before the trail vouched for any: a line without writes, and a team that no line knows.</summary>
public abstract class TrailBaselineTests<TApp> : TamperedTrail<TApp>
    where TApp : UseCases, new()
{
    [SkippableFact]
    public async Task The_next_start_takes_stock_once_and_what_is_changed_afterwards_is_found()
    {
        var team = Guid.CreateVersion7().ToString().ToUpperInvariant();
        await SqlAsync($"""INSERT INTO "Teams" ("Id", "Name", "Version", "CreatedAt", "ChangedAt") SELECT '{team}', 'Before', 1, "At", "At" FROM "Trail" LIMIT 1""");
        Assert.Equal(TrailFaultKind.RowAdded, (await VerifyAsync()).Fault?.Kind);

        await App.Services.GetRequiredService<DatabaseSetup>().LoadAsync();
        await App.Services.GetRequiredService<DatabaseSetup>().LoadAsync();
        Assert.Equal((null, 1), await FoundAsync());
        Assert.Equal(1, await App.StoredAsync(db => db.Trail.CountAsync(e => e.Action == "TakeStock")));

        await SqlAsync("""UPDATE "Teams" SET "Name" = 'After'""");
        Assert.Equal((TrailFaultKind.RowAltered, 0), await FoundAsync());
    }

    [SkippableFact]
    public async Task Deleting_every_write_brings_no_new_stock_past_anybody()
    {
        await App.FoundTeamAsync();
        await SqlAsync("""DELETE FROM "TrailWrites"; UPDATE "Teams" SET "Name" = 'After'""");
        await App.Services.GetRequiredService<DatabaseSetup>().LoadAsync();

        Assert.Equal((TrailFaultKind.WritesAltered, 0), await FoundAsync());
    }

    private async Task<(TrailFaultKind? Kind, long Rows)> FoundAsync() => await VerifyAsync() is var verdict ? (verdict.Fault?.Kind, verdict.Rows) : default;
}

public sealed class TrailBaselineOnSqliteTests : TrailBaselineTests<UseCasesOnSqlite>;

public sealed class TrailBaselineOnPostgreSqlTests : TrailBaselineTests<UseCasesOnPostgreSql>;
