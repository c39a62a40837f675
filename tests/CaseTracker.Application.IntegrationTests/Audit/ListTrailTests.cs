using CaseTracker.Application.Audit;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Audit;

public abstract class ListTrailTests(UseCases app)
{
    [SkippableFact]
    public async Task Reads_the_whole_trail_once_the_latest_first_while_it_grows()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var auditor = await app.JoinAsync(Role.Auditor);
        for (var i = 0; i < 40; i++)
        {
            await app.SendAsync(worker, AnIncident());
        }

        var member = worker.Id!.Value.Value.ToString("N");
        var seen = new List<TrailListing>();
        string? at = null;
        do
        {
            var page = (await app.SendAsync(auditor, new ListTrail(new TrailFilter(Member: member), at))).Value;
            seen.AddRange(page.Rows);
            at = page.After;
            await app.SendAsync(worker, AnIncident());
        }
        while (at is not null);

        Assert.Equal(40, seen.DistinctBy(e => e.Sequence).Count());
        Assert.Equal(seen.OrderByDescending(e => e.Sequence).Select(e => e.Sequence), seen.Select(e => e.Sequence));
        Assert.All(seen, e => Assert.Equal((worker.DisplayName, nameof(LogIncident), AuditOutcome.Done), (e.Actor, e.Action, e.Outcome)));
    }

    [SkippableFact]
    public async Task Finds_a_denial_by_record_outcome_and_the_organisations_own_day()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var auditor = await app.JoinAsync(Role.Auditor);

        // Half past eleven at night in Mexico City is the next day in UTC.
        app.Clock.Set(new DateTimeOffset(2026, 3, 18, 5, 30, 0, TimeSpan.Zero));
        await app.SendAsync(worker, new MoveIncident("CT-2026-99999", 1, Domain.Incidents.Workflow.Triage, "x"));

        var filter = new TrailFilter(Subject: "CT-2026-99999", Outcome: nameof(AuditOutcome.Denied), From: "2026-03-17", To: "2026-03-17");
        Assert.Equal(nameof(MoveIncident), Assert.Single((await app.SendAsync(auditor, new ListTrail(filter))).Value.Rows).Action);
        Assert.Empty((await app.SendAsync(auditor, new ListTrail(filter with { From = "2026-03-18", To = "" }))).Value.Rows);
    }

    [SkippableTheory]
    [InlineData(Role.CaseWorker)]
    [InlineData(Role.Supervisor)]
    [InlineData(Role.Administrator)]
    public async Task Is_for_auditors_alone(Role role)
    {
        var reader = await app.JoinAsync(role, await app.FoundTeamAsync());
        Assert.Equal([SharedErrors.Forbidden], (await app.SendAsync(reader, new ListTrail(new TrailFilter()))).Refusals);
    }

    [SkippableFact]
    public async Task Names_every_part_that_it_does_not_understand()
    {
        var auditor = await app.JoinAsync(Role.Auditor);
        var nonsense = new TrailFilter("somebody", "a\0", "Perhaps", "\u202E", "2026-13-01", "2026");
        Assert.Equal(
            ["Action", "From", "Member", "Outcome", "Subject", "To"],
            (await app.SendAsync(auditor, new ListTrail(nonsense))).Refusals.Select(r => r.Field).Order());
    }

    [SkippableFact]
    public async Task An_export_holds_every_line_of_the_filter_and_leaves_one_of_its_own()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var auditor = await app.JoinAsync(Role.Auditor);
        for (var i = 0; i < 30; i++)
        {
            await app.SendAsync(worker, AnIncident());
        }

        var filter = new TrailFilter(Member: worker.Id!.Value.Value.ToString("N"));
        var lines = new List<TrailListing>();
        await using var scope = app.ScopeOf(auditor);
        var export = (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ExportTrail(filter))).Value;
        await app.SendAsync(worker, AnIncident());
        await foreach (var line in export.Lines)
        {
            lines.Add(line);
        }

        Assert.Equal((30, 30), (export.Total, lines.Count));
        Assert.Equal(lines.OrderBy(l => l.Sequence), lines);
        var own = (await app.SendAsync(auditor, new ListTrail(new TrailFilter(Action: nameof(ExportTrail), Member: auditor.Id!.Value.Value.ToString("N"))))).Value.Rows;
        Assert.Equal((AuditOutcome.Seen, "rows:30"), (Assert.Single(own).Outcome, own[0].Detail));
        Assert.Equal([SharedErrors.Forbidden], (await app.SendAsync(worker, new ExportTrail(filter))).Refusals);
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : ListTrailTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : ListTrailTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
