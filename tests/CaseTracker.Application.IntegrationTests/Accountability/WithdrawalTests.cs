using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Erasures;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Statistics;
using CaseTracker.Application.Timelines;
using CaseTracker.Application.Today;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Infrastructure.Persistence;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Accountability;

/// <summary>Today is 16 March 2026. What was withdrawn is read everywhere and counted nowhere.</summary>
public abstract class WithdrawalTests(UseCases app)
{
    private const string Why = "It is of the file of another incident";
    private static readonly StageInput Reported = new("J1", new DateInput(2024, 2, 1), "Copy of the complaint", null, NoDate, Authority: "CT-AUT-FGR");

    [SkippableFact]
    public async Task A_withdrawn_stage_stays_to_be_read_with_its_reason_and_its_author()
    {
        var (worker, number, path) = await OpenedAsync(Reported with { Stage = "J4", On = new DateInput(2024, 3, 1), Reason = "Read in the press" });

        Done(await app.SendAsync(worker, new WithdrawStage(number, 3, path, 2, Why)));

        var shown = Assert.Single((await app.SendAsync(worker, new GetJustice(number))).Value.Paths);
        Assert.Equal([(1, true, null), (2, false, 3), (3, false, (int?)null)], shown.Stages.Select(s => (s.Sequence, s.Stands, s.WithdrawnBy)));
        Assert.Equal(("Read in the press", Why, true, worker.DisplayName), (shown.Stages[1].Reason, shown.Stages[2].Reason, shown.Stages[2].IsWithdrawal, shown.Stages[2].By));
        Assert.Equal((Stage.J1, false), (shown.Standing, shown.IsEmpty));
        var header = (await app.SendAsync(worker, new GetIncidentHeader(number))).Value;
        Assert.Equal((Stage.J1, Stage.J1, 4), (header.Highest, header.Lowest, header.Version));
    }

    [SkippableFact]
    public async Task Timeline_and_history_say_what_was_withdrawn_when_by_whom_and_why()
    {
        var (worker, number, path) = await OpenedAsync(Reported with { Stage = "J4", On = new DateInput(2024, 3, 1) });
        Done(await app.SendAsync(worker, new RecordInvestigativeAct(number, 3, path, "CT-INV-INTERVIEW", new DateInput(2024, 4, 1))));
        Done(await app.SendAsync(worker, new WithdrawInvestigativeAct(number, 4, path, 1, Why)));
        Done(await app.SendAsync(worker, new WithdrawStage(number, 5, path, 2, Why)));
        Done(await app.SendAsync(worker, new RecordStage(number, 6, path, Reported with { Stage = "J2", On = new DateInput(2024, 5, 1) })));

        var told = (await app.SendAsync(worker, new GetTimeline(number, [TimelineClass.Justice]))).Value.Entries;
        var changes = (await app.SendAsync(worker, new GetHistory(number))).Value.Changes.Where(c => c.Stage is not null).Reverse().ToList();

        Assert.Equal(
            [TimelineEvent.Reported, TimelineEvent.StageWithdrawn, TimelineEvent.InvestigativeActWithdrawn, TimelineEvent.StageMoved, TimelineEvent.StageWithdrawal, TimelineEvent.InvestigativeActWithdrawal],
            told.OrderBy(e => e.At is not null).ThenBy(e => e.On?.Earliest).ThenBy(e => e.Event).Select(e => e.Event));
        Assert.Equal("J1", told.Single(e => e.Event == TimelineEvent.StageMoved).Codes[2].Code);
        Assert.All(told.Where(e => e.At is not null), e => Assert.Equal((Why, worker.DisplayName), (e.Because, e.By)));
        Assert.Equal([(null, "J1", false, false), ("J1", "J4", false, true), ("J4", "J4", true, false), ("J1", "J2", false, false)], changes.Select(c => (c.From, c.To, c.Stage!.IsWithdrawal, c.Stage.IsWithdrawn)));
        Assert.True(await app.StoredAsync(db => db.Trail.AnyAsync(e => e.Action == nameof(WithdrawStage) && e.Subject == number && e.Detail == "J4")));
        Assert.True(await app.StoredAsync(db => db.Trail.AnyAsync(e => e.Action == nameof(WithdrawInvestigativeAct) && e.Subject == number && e.Detail == "CT-INV-INTERVIEW")));
    }

    [SkippableFact]
    public async Task Lists_and_figures_count_an_incident_without_what_was_withdrawn()
    {
        var (worker, number, path) = await OpenedAsync(Reported with { Stage = "J4", On = new DateInput(2024, 3, 1) });
        var supervisor = await app.JoinAsync(Role.Supervisor, worker.Teams[0]);
        Assert.Equal([1, 1, 1, 1, 1], await FunnelAsync());

        Done(await app.SendAsync(worker, new WithdrawStage(number, 3, path, 2, Why)));
        Assert.Equal([1, 1, 0, 0, 0], await FunnelAsync());
        Assert.Equal((0, 1), (await CountAsync(new() { Stage = "J4" }), await CountAsync(new() { Stage = "J1" })));

        Done(await app.SendAsync(worker, new WithdrawStage(number, 4, path, 1, Why)));
        Assert.Equal([0, 0, 0, 0, 0], await FunnelAsync());
        Assert.Equal((0, 1), (await CountAsync(new() { Path = "yes" }), await CountAsync(new() { Path = "no" })));

        async Task<List<int>> FunnelAsync() => [.. (await app.SendAsync(supervisor, new GetStatistics())).Value.NotYetVerified.Funnel.All.Take(5).Select(s => s.Ids.Count)];
        async Task<int> CountAsync(IncidentFilter filter) => (await app.SendAsync(worker, new ListIncidents(filter))).Value.Total;
    }

    /// <summary>The list behind a figure and the figure itself read rows each in their own way.</summary>
    [SkippableFact]
    public async Task A_withdrawn_stage_from_before_the_incident_keeps_it_out_of_no_figure()
    {
        var (worker, number, path) = await OpenedAsync(Reported with { Stage = "J4", On = new DateInput(2024, 3, 1) });
        var supervisor = await app.JoinAsync(Role.Supervisor, worker.Teams[0]);
        var mended = TheFacts() with { StartedOn = new DateInput(2024, 2, 20) };
        Assert.NotEmpty((await app.SendAsync(worker, new ChangeIncident(number, 3, mended))).Refusals);
        Done(await app.SendAsync(worker, new WithdrawStage(number, 3, path, 1, Why)));

        Done(await app.SendAsync(worker, new ChangeIncident(number, 4, mended)));

        Assert.Equal(1, (await app.SendAsync(worker, new ListIncidents(new IncidentFilter { Counted = "yes" }))).Value.Total);
        Assert.Equal([1, 1, 1, 1, 1], (await app.SendAsync(supervisor, new GetStatistics())).Value.NotYetVerified.Funnel.All.Take(5).Select(s => s.Ids.Count));
    }

    [SkippableFact]
    public async Task Without_a_withdrawn_act_the_path_is_stalled_as_it_was()
    {
        var (worker, number, path) = await OpenedAsync(Reported with { Stage = "J2", On = new DateInput(2024, 2, 10) });
        Done(await app.SendAsync(worker, new RecordInvestigativeAct(number, 3, path, "CT-INV-INTERVIEW", new DateInput(2026, 3, 1))));
        Assert.Empty((await app.SendAsync(worker, new ListStalled(new StalledFilter()))).Value.Rows);

        Done(await app.SendAsync(worker, new WithdrawInvestigativeAct(number, 4, path, 1, Why)));

        var row = Assert.Single((await app.SendAsync(worker, new ListStalled(new StalledFilter()))).Value.Rows);
        Assert.Equal((new DateOnly(2024, 2, 10), false), (row.ClockFrom, row.HasAct));
        Assert.Equal(1, (await app.SendAsync(worker, new GetToday())).Value.Stalled);
        Assert.Null((await app.SendAsync(worker, new GetIncidentHeader(number))).Value.DaysSinceInvestigated);
        var clock = (await app.SendAsync(worker, new GetJustice(number))).Value.Paths[0].Clock!;
        Assert.Equal((false, true), (clock.HasAct, clock.IsStalled));
    }

    [SkippableFact]
    public async Task A_path_from_which_everything_was_withdrawn_is_in_no_list_and_is_left_alone_at_the_start()
    {
        var (worker, number, path) = await OpenedAsync();
        Done(await app.SendAsync(worker, new DescribeProceeding(number, 2, path, new ProceedingInput("CT-AUT-FGR", null, "FED/1/2024", null, "2026-03-20"))));
        var today = (await app.SendAsync(worker, new GetToday())).Value;
        Assert.Equal((1, 1), (today.Stalled, today.Hearings));

        Done(await app.SendAsync(worker, new WithdrawStage(number, 3, path, 1, Why)));
        await app.Services.GetRequiredService<DatabaseSetup>().LoadAsync();

        today = (await app.SendAsync(worker, new GetToday())).Value;
        Assert.Equal((0, 0), (today.Stalled, today.Hearings));
        Assert.Equal(0, (await app.SendAsync(worker, new ListIncidents(new IncidentFilter { Hearing = "yes" }))).Value.Total);
        Assert.Empty((await app.SendAsync(worker, new CompareProceedings(number))).Value);
        var shown = Assert.Single((await app.SendAsync(worker, new GetJustice(number))).Value.Paths);
        Assert.Equal((true, null, null, "FED/1/2024"), (shown.IsEmpty, shown.Standing, shown.Clock, shown.FileNumber));
        Assert.Equal([ProceedingErrors.NothingStands], (await app.SendAsync(worker, new RecordInvestigativeAct(number, 4, path, "CT-INV-OTHER", new DateInput(2024, 5, 1)))).Refusals);
        Done(await app.SendAsync(worker, new RecordStage(number, 4, path, Reported)));
        Assert.Equal(1, (await app.SendAsync(worker, new GetToday())).Value.Stalled);
    }

    [SkippableFact]
    public async Task Of_two_who_withdraw_one_entry_the_second_is_told_and_records_nothing()
    {
        var (worker, number, path) = await OpenedAsync(Reported with { Stage = "J2", On = new DateInput(2024, 2, 10) });
        Done(await app.SendAsync(worker, new WithdrawStage(number, 3, path, 2, Why)));

        Assert.Equal([SharedErrors.StaleVersion], (await app.SendAsync(worker, new WithdrawStage(number, 3, path, 2, Why))).Refusals);
        Assert.Equal([SharedErrors.StaleVersion], (await app.SendAsync(worker, new WithdrawInvestigativeAct(number, 3, path, 2, Why))).Refusals);
        Assert.Equal([ProceedingErrors.NothingToWithdraw], (await app.SendAsync(worker, new WithdrawStage(number, 4, path, 2, Why))).Refusals);
        Assert.Equal(["Entry", "Reason"], (await app.SendAsync(worker, new WithdrawInvestigativeAct(number, 4, path, 7, " "))).Refusals.Select(r => r.Field).Order());
        Assert.Equal(3, (await app.SendAsync(worker, new GetJustice(number))).Value.Paths[0].Stages.Count);
    }

    [SkippableFact]
    public async Task Nobody_withdraws_what_is_not_theirs_to_change()
    {
        var (worker, number, path) = await OpenedAsync();
        var (stranger, other, theirs) = await OpenedAsync();
        var reader = await app.JoinAsync(Role.CaseWorker, stranger.Teams[0]);
        Assert.Empty((await app.SendAsync(worker, new GiveAccess(number, reader.Id, GrantLevel.Read, new DateOnly(2026, 4, 1), "Reads along"))).Refusals);
        var auditor = await app.JoinAsync(Role.Auditor, worker.Teams[0]);

        Assert.Equal([AccessErrors.ReadOnly], (await app.SendAsync(reader, new WithdrawStage(number, 2, path, 1, Why))).Refusals);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new WithdrawStage(number, 2, path, 1, Why))).Refusals);
        Assert.Equal([SharedErrors.Forbidden], (await app.SendAsync(auditor, new WithdrawInvestigativeAct(number, 2, path, 1, Why))).Refusals);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new WithdrawStage(other, 2, path, 1, Why))).Refusals);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(worker, new WithdrawInvestigativeAct(number, 2, theirs, 1, Why))).Refusals);
        Assert.Single((await app.SendAsync(worker, new GetJustice(number))).Value.Paths[0].Stages);
    }

    [SkippableFact]
    public async Task The_reason_of_a_withdrawal_is_erased_with_its_incident()
    {
        var (worker, number, path) = await OpenedAsync();
        var supervisor = await app.JoinAsync(Role.Supervisor, worker.Teams[0]);
        Done(await app.SendAsync(worker, new WithdrawStage(number, 2, path, 1, Why)));
        Assert.Empty((await app.SendAsync(supervisor, new EraseIncident(number, ErasureGround.Danger, number, true))).Refusals);
        await using (var scope = app.ScopeOf(Actor.System()))
        {
            await scope.ServiceProvider.GetRequiredService<FinishErasures>().RunAsync(CancellationToken.None);
        }

        Assert.All((await app.SendAsync(worker, new GetJustice(number))).Value.Paths[0].Stages, s => Assert.Equal(IncidentKeys.Erased, s.Reason));
        Assert.Equal(2, (await app.SendAsync(worker, new GetTimeline(number, [TimelineClass.Justice]))).Value.Entries.Count);
        var version = (await app.SendAsync(worker, new GetIncidentHeader(number))).Value.Version;
        Assert.Equal([ErasureErrors.IncidentErased], (await app.SendAsync(worker, new WithdrawStage(number, version, path, 1, Why))).Refusals);
    }

    /// <summary>With a second stage, if one is given.</summary>
    private async Task<(Actor Worker, string Number, ProceedingId Path)> OpenedAsync(StageInput? second = null)
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var number = (await app.SendAsync(worker, AnIncident() with { Incident = TheFacts() with { StartedOn = new DateInput(2024, 1, 5) } })).Value;
        Done(await app.SendAsync(worker, new OpenProceeding(number, 1, "CT-PRC-CRIM", Reported)));
        var path = (await app.SendAsync(worker, new GetJustice(number))).Value.Paths[0].Id;
        if (second is not null)
        {
            Done(await app.SendAsync(worker, new RecordStage(number, 2, path, second)));
        }

        return (worker, number, path);
    }

    private static void Done(Result answer) => Assert.Empty(answer.Refusals);

    public sealed class OnSqlite(UseCasesOnSqlite app) : WithdrawalTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : WithdrawalTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
