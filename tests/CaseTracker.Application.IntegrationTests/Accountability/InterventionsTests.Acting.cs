using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Paging;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Accountability;

/// <summary>Letters about paths, and what the tests do again and again.</summary>
public abstract partial class InterventionsTests
{
    private async Task RemindAsync()
    {
        await using var scope = app.ScopeOf(Actor.System());
        await scope.ServiceProvider.GetRequiredService<RemindOfReplies>().RunAsync(CancellationToken.None);
    }

    private static RecordIntervention Letter(string number, DateInput on, string type = "UA") =>
        new(Guid.CreateVersion7(), number, null, new InterventionInput(type, "Secretaría de Gobernación", on, "Protect her", null, null));

    private async Task<InterventionId> SendAsync(Actor worker, string number, DateInput on, string type = "UA")
    {
        var sent = await app.SendAsync(worker, Letter(number, on, type));
        Assert.Empty(sent.Refusals);
        return sent.Value;
    }

    private async Task<Page<InterventionView>> ListAsync(Actor actor, string number) => (await app.SendAsync(actor, new ListInterventions(new InterventionFilter(), number))).Value;

    private Task<List<FollowUp>> RemindersAsync(string number) =>
        app.StoredAsync(db => db.FollowUps.AsNoTracking().Where(f => db.Incidents.Any(i => i.Id == f.IncidentId && i.Number == number)).ToListAsync());

    private static void Done(Result answer) => Assert.Empty(answer.Refusals);

    private async Task<(Actor Worker, string Number)> LoggedAsync()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        return (worker, (await app.SendAsync(worker, AnIncident())).Value);
    }

    [SkippableFact]
    public async Task A_letter_about_a_path_says_which()
    {
        var (worker, number) = await LoggedAsync();
        Done(await app.SendAsync(worker, new OpenProceeding(number, 1, "CT-PRC-CRIM", new StageInput("J1", new DateInput(2026, 3, 5), "Copy", null, NoDate, Authority: "CT-AUT-FGR"))));
        var path = (await app.SendAsync(worker, new GetJustice(number))).Value.Paths[0].Id;

        Assert.Empty((await app.SendAsync(worker, Letter(number, Lately) with { Proceeding = path })).Refusals);

        Assert.Equal("CT-PRC-CRIM", Assert.Single((await ListAsync(worker, number)).Rows).Incident!.Path!.Kind);
    }
}
