using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Demonstration;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Application.IntegrationTests.Demonstration;

/// <summary>The demonstration's words and names are written in bulk, and must lie where those of a logged incident do.</summary>
public abstract class DemonstrationSearchTests(UseCases app)
{
    private const int Some = 12;

    [SkippableFact]
    public async Task Every_invented_incident_and_person_is_indexed_as_if_somebody_had_logged_it()
    {
        await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        await app.Services.GetRequiredService<IDemoSeeder>().SeedAsync(Some, 1, new Progress<int>(), default);
        var blind = app.Services.GetRequiredService<IBlindIndex>();
        var incidents = await app.StoredAsync(db => db.Incidents.Whole().AsNoTracking().ToListAsync());
        Assert.Equal(Some, incidents.Count);
        foreach (var incident in incidents)
        {
            var keys = await app.KeysAsync(incident.Id);
            var facts = new IncidentFacts(
                keys.Title(incident.Title), keys.Own(SealedFields.Narrative, incident.Narrative), incident.StartedOn, incident.EndedOn,
                incident.Place.With(keys.Own(SealedFields.Municipality, incident.Municipality)), incident.ConsentCode, incident.PriorityCode, []);
            Assert.Equal(
                IncidentIndex.Words(blind, incident.Id, facts).Select(w => w.Word).Order(),
                await app.StoredAsync(db => db.Words.Where(w => w.IncidentId == incident.Id).Select(w => w.Word).Order().ToListAsync()));
        }

        Assert.Equal(
            await app.CountAsync("PersonIdentities"),
            await app.CountAsync("PersonIdentities", """EXISTS (SELECT 1 FROM "PersonBlindNames" AS n WHERE n."PersonId" = "PersonIdentities"."PersonId")"""));
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : DemonstrationSearchTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : DemonstrationSearchTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
