using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.People;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Reference;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Audit;

public abstract class TracedReadsTests(UseCases app, FullTrail full)
{
    [SkippableFact]
    public async Task Whoever_opens_a_part_of_an_incident_leaves_a_line_with_its_number()
    {
        var (worker, number) = await LoggedAsync();
        var reader = await app.JoinAsync(Role.CaseWorker, worker.Teams[0]);
        await app.SendAsync(reader, new GetIncidentHeader(number));
        await app.SendAsync(reader, new GetIncidentSummary(number));
        await app.SendAsync(reader, new GetIncidentFacts(number));
        await app.SendAsync(reader, new GetTimeline(number, []));
        await app.SendAsync(reader, new GetJustice(number));
        await app.SendAsync(reader, new GetPeople(number));
        await app.SendAsync(reader, new GetHistory(number));
        await app.SendAsync(reader, new SuggestReleases(number));
        await app.SendAsync(reader, new ListFollowUps(new FollowUpFilter(), number));

        var lines = await LinesOfAsync(reader);

        Assert.Equal(
            [
                nameof(GetIncidentHeader), nameof(GetIncidentSummary), nameof(GetIncidentFacts), nameof(GetTimeline), nameof(GetJustice), nameof(GetPeople),
                nameof(GetHistory), nameof(SuggestReleases), nameof(ListFollowUps),
            ],
            lines.Select(l => l.Action));
        Assert.All(lines, l => Assert.Equal((AuditOutcome.Seen, number, null), (l.Outcome, l.Subject, l.Detail)));
    }

    [SkippableFact]
    public async Task A_list_leaves_how_many_it_showed_and_nothing_of_what()
    {
        var (worker, _) = await LoggedAsync();
        await app.SendAsync(worker, AnIncident());
        await app.SendAsync(worker, new ListIncidents(new IncidentFilter { Text = "threats" }));

        var line = (await LinesOfAsync(worker))[^1];
        Assert.Equal((nameof(ListIncidents), AuditOutcome.Seen, null, "rows:2"), (line.Action, line.Outcome, line.Subject, line.Detail));
    }

    [SkippableFact]
    public async Task What_is_refused_is_not_traced_as_read()
    {
        var (_, number) = await LoggedAsync();
        var stranger = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        await app.SendAsync(stranger, new GetPeople(number));

        var line = Assert.Single(await LinesOfAsync(stranger));
        Assert.Equal((nameof(GetPeople), AuditOutcome.Denied, number), (line.Action, line.Outcome, line.Subject));
    }

    [SkippableFact]
    public async Task A_page_that_reads_a_record_in_parts_leaves_one_line_for_each_tab()
    {
        var (worker, number) = await LoggedAsync();
        var reader = await app.JoinAsync(Role.CaseWorker, worker.Teams[0]);
        await using (var page = app.ScopeOf(reader))
        {
            var mediator = page.ServiceProvider.GetRequiredService<IMediator>();
            page.ServiceProvider.GetRequiredService<ReadTrail>().Hold();
            await mediator.Send(new GetIncidentHeader(number));
            await mediator.Send(new GetPeople(number));
            await mediator.Send(new GetPeople(number));
            Assert.Empty(await LinesOfAsync(reader));
            await page.ServiceProvider.GetRequiredService<ReadTrail>().WriteAsync(default);
        }

        await using (var form = app.ScopeOf(reader))
        {
            var mediator = form.ServiceProvider.GetRequiredService<IMediator>();
            form.ServiceProvider.GetRequiredService<ReadTrail>().Hold();
            await mediator.Send(new GetIncidentHeader(number));
            Assert.True((await mediator.Send(new AddSource(number, 1, new SourceToRecord(null, "CT-MAT-1", null, null)))).IsSuccess);
            await form.ServiceProvider.GetRequiredService<ReadTrail>().WriteAsync(default);
        }

        Assert.Equal([nameof(GetPeople), nameof(AddSource)], (await LinesOfAsync(reader)).Select(l => l.Action));
    }

    [SkippableFact]
    public async Task What_cannot_be_traced_is_not_answered()
    {
        var (worker, number) = await LoggedAsync();
        full.IsFull = true;
        try
        {
            await Assert.ThrowsAsync<IOException>(() => app.SendAsync(worker, new GetPeople(number)));
            await Assert.ThrowsAsync<IOException>(() => app.SendAsync(worker, new ListIncidents(new IncidentFilter())));
            await Assert.ThrowsAsync<IOException>(() => app.SendAsync(worker, new GetPeople("CT-1999-00001")));
        }
        finally
        {
            full.IsFull = false;
        }

        Assert.True((await app.SendAsync(worker, new GetPeople(number))).IsSuccess);
    }

    [SkippableFact]
    public async Task The_owner_and_the_teams_supervisor_see_who_opened_it()
    {
        var (owner, number) = await LoggedAsync();
        var colleague = await app.JoinAsync(Role.CaseWorker, owner.Teams[0]);
        var supervisor = await app.JoinAsync(Role.Supervisor, owner.Teams[0]);
        var stranger = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var person = (await app.SendAsync(colleague, new GetPeople(number))).Value[0].Person!.Value;
        await app.SendAsync(colleague, new OpenIdentity(number, person, "To call about the hearing"));
        await app.SendAsync(stranger, new GetTimeline(number, []));
        await app.SendAsync(owner, new GetTimeline(number, []));

        var seen = (await app.SendAsync(owner, new GetHistory(number, Part: HistoryPart.Reads))).Value;
        Assert.Equal(
            [(stranger.DisplayName, nameof(GetTimeline), AuditOutcome.Denied), (colleague.DisplayName, nameof(OpenIdentity), AuditOutcome.Done), (colleague.DisplayName, nameof(GetPeople), AuditOutcome.Seen)],
            seen.Trail.Select(l => (l.By, l.Action, l.Outcome)));
        Assert.True((await app.SendAsync(supervisor, new GetHistory(number, Part: HistoryPart.Reads))).Value.MaySeeReads);

        Assert.Equal([SharedErrors.Forbidden], (await app.SendAsync(colleague, new GetHistory(number, Part: HistoryPart.Reads))).Refusals);
        var theirs = (await app.SendAsync(colleague, new GetHistory(number))).Value;
        Assert.False(theirs.MaySeeReads);
        Assert.DoesNotContain(theirs.Trail, l => l.Outcome == AuditOutcome.Seen || l.Action == nameof(OpenIdentity));
        Assert.Contains((await app.SendAsync(owner, new GetHistory(number, Part: HistoryPart.All))).Value.Trail, l => l.Action == nameof(OpenIdentity));
        Assert.DoesNotContain((await app.SendAsync(owner, new GetHistory(number))).Value.Trail, l => l.Outcome is AuditOutcome.Seen or AuditOutcome.Denied);
    }

    [SkippableFact]
    public async Task What_one_person_looked_at_in_a_row_is_one_row_until_something_else_happens()
    {
        var (owner, number) = await LoggedAsync();
        var colleague = await app.JoinAsync(Role.CaseWorker, owner.Teams[0]);
        var other = await app.JoinAsync(Role.CaseWorker, owner.Teams[0]);
        await app.SendAsync(colleague, new GetTimeline(number, []));
        await app.SendAsync(other, new GetTimeline(number, []));
        for (var i = 0; i < GetHistoryHandler.PageSize; i++)
        {
            await app.SendAsync(colleague, new GetPeople(number));
        }

        await app.SendAsync(colleague, new GetJustice(number));
        await app.SendAsync(colleague, new MoveIncident(number, 1, Workflow.Triage, "Complete enough"));
        await app.SendAsync(colleague, new GetPeople(number));

        var all = (await app.SendAsync(owner, new GetHistory(number, Part: HistoryPart.All))).Value;
        var reads = (await app.SendAsync(owner, new GetHistory(number, Part: HistoryPart.Reads))).Value;

        Assert.Equal(
            [(nameof(GetPeople), 0), (nameof(MoveIncident), 0), (nameof(GetJustice), GetHistoryHandler.PageSize), (nameof(GetTimeline), 0), (nameof(GetTimeline), 0), (nameof(LogIncident), 0)],
            all.Trail.Select(l => (l.Action, l.Earlier.Count)));
        Assert.All(all.Trail[2].Earlier, l => Assert.Equal((nameof(GetPeople), colleague.DisplayName), (l.Action, l.By)));
        Assert.Null(all.Older);
        Assert.Equal([GetHistoryHandler.PageSize + 1, 0, 0], reads.Trail.Select(l => l.Earlier.Count));
    }

    [SkippableFact]
    public async Task A_move_says_from_where_to_where()
    {
        var (worker, number) = await LoggedAsync();
        await app.SendAsync(worker, new MoveIncident(number, 1, Workflow.Triage, "Complete enough"));
        Assert.Equal("CT-WF-INTAKE>CT-WF-TRIAGE", (await LinesOfAsync(worker))[^1].Detail);
    }

    private Task<List<AuditEntry>> LinesOfAsync(Actor actor) =>
        app.StoredAsync(db => db.Trail.AsNoTracking().Where(e => e.ActorId == actor.Id).OrderBy(e => e.Sequence).ToListAsync());

    private async Task<(Actor Worker, string Number)> LoggedAsync()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        return (worker, (await app.SendAsync(worker, AnIncident())).Value);
    }

    public sealed class OnSqlite(OnSqlite.App app) : TracedReadsTests(app, app.Trail), IClassFixture<OnSqlite.App>
    {
        public sealed class App : UseCasesOnSqlite
        {
            public FullTrail Trail { get; } = new();

            protected override void Configure(IServiceCollection services) => Trail.Wrap(services);
        }
    }

    public sealed class OnPostgreSql(OnPostgreSql.App app) : TracedReadsTests(app, app.Trail), IClassFixture<OnPostgreSql.App>
    {
        public sealed class App : UseCasesOnPostgreSql
        {
            public FullTrail Trail { get; } = new();

            protected override void Configure(IServiceCollection services) => Trail.Wrap(services);
        }
    }
}
