using CaseTracker.Application.Audit;
using CaseTracker.Application.Demonstration;
using CaseTracker.Application.IntegrationTests.Audit;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Application.IntegrationTests.Demonstration;

/// <summary>A visitor who verifies the trail of a demonstration must find it whole, or would learn to pass over what is found.</summary>
public abstract class DemonstrationTrailTests(UseCases app)
{
    /// <summary>Enough for the story, and for a campaign of the time of the first release.</summary>
    private const int Some = 240;

    [SkippableFact]
    public async Task Nothing_is_found_in_a_fresh_demonstration_and_a_change_to_any_part_of_it_is()
    {
        await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        await app.Services.GetRequiredService<IDemoSeeder>().SeedAsync(Some, 1, new Progress<int>(), default);
        Assert.Equal(1, await app.CountAsync("Campaigns"));
        Assert.Equal(3, await app.CountAsync("Interventions", "\"IncidentId\" IS NULL"));

        var whole = await VerifyAsync();
        Assert.Null(whole.Fault);
        Assert.Equal(await app.GuardedRowsAsync(), whole.Rows);

        // Written by the thousand, by the story, and one by one after them.
        foreach (var table in (string[])["Incidents", "People", "Interventions", "ProtectionMeasures", "RiskAssessments", "FollowUps", "Campaigns"])
        {
            await MoveVersionsAsync(table, 1);
            var fault = (await VerifyAsync()).Fault;
            Assert.Equal((TrailFaultKind.RowAltered, table), (fault?.Kind, fault?.Row?.Split(' ')[0]));
            await MoveVersionsAsync(table, -1);
        }

        Assert.Null((await VerifyAsync()).Fault);
    }

    private Task<TrailVerdict> VerifyAsync() => app.ProofAsync(p => p.VerifyAsync([], null, default));

    private Task<int> MoveVersionsAsync(string table, int by)
    {
        var statement = $$"""UPDATE "{{table}}" SET "Version" = "Version" + {0}""";
        return app.StoredAsync(db => db.Database.ExecuteSqlRawAsync(statement, by));
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : DemonstrationTrailTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : DemonstrationTrailTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
