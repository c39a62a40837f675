using System.Data.Common;
using System.Globalization;
using CaseTracker.Application.Demonstration;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Infrastructure.Persistence;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Application.IntegrationTests.Demonstration;

/// <summary>The demonstration is written row by row of its tables, past what stores everything else.</summary>
public abstract class DemonstrationRowsTests(UseCases app)
{
    private const int Some = 60;

    private static readonly string[] Tables =
    [
        "Incidents", "IncidentVictims", "IncidentActs", "IncidentInvolvements", "IncidentSources", "IncidentAccusations", "IncidentWorkflowChanges", "IncidentVerificationChanges",
        "IncidentGrants", "IncidentHandOvers", "IncidentIdentityOpenings", "Proceedings", "ProceedingStages", "ProceedingInvestigativeActs", "FollowUps",
        "IncidentClaimSupports", "IncidentCitations", "Interventions", "InterventionReplies", "InterventionGradings", "RiskAssessments", "RiskAssessmentFactors", "ProtectionMeasures", "ProtectionMeasureSteps",
    ];

    [SkippableFact]
    public async Task Every_row_is_what_would_have_been_stored_for_the_same_incident()
    {
        var team = await app.FoundTeamAsync();
        await app.JoinAsync(Role.CaseWorker, team);
        await app.JoinAsync(Role.CaseWorker, team);
        await app.Services.GetRequiredService<IDemoSeeder>().SeedAsync(Some, 1, new Progress<int>(), default);
        var written = await RowsAsync();
        Assert.All(Tables, table => Assert.NotEmpty(written[table]));

        // Read back whole, taken out, and stored as anything else is.
        var incidents = await app.StoredAsync(db => db.Incidents.Whole().WithAccess().AsNoTracking().ToListAsync());
        List<object> hanging = [];
        await app.StoredAsync(async db =>
        {
            hanging.AddRange(await db.FollowUps.AsNoTracking().ToListAsync());
            hanging.AddRange(await db.Interventions.Include(i => i.Replies).Include(i => i.Gradings).Include(i => i.DueChanges).AsNoTracking().Where(i => i.IncidentId != null).ToListAsync());
            hanging.AddRange(await db.RiskAssessments.Include(a => a.Factors).AsNoTracking().ToListAsync());
            hanging.AddRange(await db.Measures.Include(m => m.Steps).Include(m => m.Judgements).AsNoTracking().ToListAsync());
            return hanging.Count;
        });
        await app.StoredAsync(db => db.Database.ExecuteSqlRawAsync("""DELETE FROM "Campaigns"; DELETE FROM "Incidents";"""));
        await app.StoredAsync(async db =>
        {
            db.AddRange(incidents);
            db.AddRange(hanging);
            return await db.SaveChangesAsync();
        });

        var stored = await RowsAsync();
        Assert.All(Tables, table => Assert.Equal(stored[table], written[table]));
        Assert.Equal(0, await app.CountAsync("Outbox"));
    }

    private Task<Dictionary<string, List<string>>> RowsAsync() => app.StoredAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        var rows = new Dictionary<string, List<string>>();
        foreach (var table in Tables)
        {
            rows.Add(table, await RowsAsync(db, table));
        }

        return rows;
    });

    private static async Task<List<string>> RowsAsync(CaseTrackerDbContext db, string table)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"""SELECT * FROM "{table}" """;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Written(reader, column))));
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }

    private static string Written(DbDataReader reader, int column) => reader.GetValue(column) switch
    {
        DBNull => "nothing",
        byte[] bytes => Convert.ToHexString(bytes),
        var value => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    public sealed class OnSqlite(UseCasesOnSqlite app) : DemonstrationRowsTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : DemonstrationRowsTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
