using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Erasures;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.People;
using CaseTracker.Application.Today;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Erasures;

public abstract class EraseIncidentTests(UseCases app)
{
    [SkippableFact]
    public async Task What_was_written_is_gone_and_what_is_counted_stays()
    {
        var one = await Erasing.OfAsync(app, AnIncident() with { Incident = TheFacts() with { Narrative = "Seen by the quetzal fountain." } });
        Erasing.Valid(await app.SendAsync(one.Owner, new ScheduleFollowUp(Guid.CreateVersion7(), one.Number, "CT-FUK-CALL", "Ring twice", new DateOnly(2026, 3, 20), null, Recurrence.None)));
        Assert.Equal(1, await FoundAsync(one, "quetzal"));
        var counted = await CountedAsync(one);

        await one.EraseAsync();

        var header = Erasing.Valid(await app.SendAsync(one.Owner, new GetIncidentHeader(one.Number)));
        Assert.Equal((IncidentKeys.Erased, Workflow.Closed, false, false), (header.Title, header.Workflow, header.MayWork, header.MayLead));
        Assert.Equal((app.Clock.GetUtcNow(), ErasureGround.Danger, true), (header.Erased!.At, header.Erased.Ground!.Value, header.Erased.IsFinished));
        var summary = Erasing.Valid(await app.SendAsync(one.Owner, new GetIncidentSummary(one.Number)));
        Assert.Equal((IncidentKeys.Erased, IncidentKeys.Erased, IncidentKeys.Erased), (summary.Narrative, summary.Perpetrators[0].Description, summary.Sources[0].Description));
        Assert.Equal("0201030201", summary.Acts[0].Code);
        Assert.Equal(0, await FoundAsync(one, "quetzal"));
        Assert.Equal(1, await FoundAsync(one, one.Number));
        Assert.Equal(counted, await CountedAsync(one));
    }

    [SkippableFact]
    public async Task Every_page_and_list_still_opens()
    {
        var one = await Erasing.OfAsync(app);
        var followUp = Erasing.Valid(await app.SendAsync(one.Owner, new ScheduleFollowUp(Guid.CreateVersion7(), one.Number, "CT-FUK-CALL", "Ring twice", new DateOnly(2026, 3, 10 + 7), null, Recurrence.None)));
        Assert.Empty((await app.SendAsync(one.Owner, new MoveIncident(one.Number, 1, Workflow.Triage, "Complete enough"))).Refusals);
        var colleague = await app.JoinAsync(Role.CaseWorker, one.Owner.Teams[0]);
        Assert.Empty((await app.SendAsync(one.Owner, new ProposeHandOver(one.Number, 2, colleague.Id, "On leave"))).Refusals);
        await one.EraseAsync();

        Assert.Equal(0, Erasing.Valid(await app.SendAsync(one.Owner, new GetToday())).Counted);
        Assert.Equal(0, Erasing.Valid(await app.SendAsync(colleague, new GetToday())).Counted);
        Assert.Empty(Erasing.Valid(await app.SendAsync(one.Owner, new ListFollowUps(new FollowUpFilter()))).Rows);
        var closed = Erasing.Valid(await app.SendAsync(one.Owner, new ListFollowUps(new FollowUpFilter(When: FollowUpFilter.Done)))).Rows.Single();
        Assert.Equal((IncidentKeys.Erased, FollowUp.Cancelled, false), (closed.Note, closed.Outcome, closed.MayWork));
        Assert.Equal(IncidentKeys.Erased, Erasing.Valid(await app.SendAsync(one.Owner, new GetFollowUp(followUp))).Note);
        var history = Erasing.Valid(await app.SendAsync(one.Owner, new GetHistory(one.Number)));
        Assert.Equal(IncidentKeys.Erased, history.Changes.Single().Reason);
        Assert.Contains(history.Trail, l => l is { Action: nameof(EraseIncident), Detail: "Danger" });
        Assert.Contains(history.Trail, l => l is { Action: FinishErasures.Action, By: "" });
        Erasing.Valid(await app.SendAsync(one.Owner, new GetTimeline(one.Number, [])));
        Erasing.Valid(await app.SendAsync(one.Owner, new GetJustice(one.Number)));
        Erasing.Valid(await app.SendAsync(one.Owner, new GetAccess(one.Number)));
        Erasing.Valid(await app.SendAsync(one.Owner, new GetAccessHistory(one.Number)));
        Assert.Equal(IdentityDoor.Closed, Erasing.Valid(await app.SendAsync(one.Owner, new GetIdentityAccess(one.Number))).Door);
        Erasing.Valid(await app.SendAsync(one.Owner, new FindPossibleDuplicates(IncidentId.New(app.Clock.GetUtcNow()), ["Citlali Ocampo Reyes"], new DateInput(2026, 3, 2), "MX", "MX-GRO", ["0201030201"])));
        Assert.True(Erasing.Valid(await app.SendAsync(one.Owner, new ListIncidents(new IncidentFilter { Text = one.Number }))).Rows.Single().IsErased);
    }

    [SkippableFact]
    public async Task The_desk_of_a_proceeding_which_is_in_clear_goes_and_its_authority_stays()
    {
        var one = await Erasing.OfAsync(app);
        var first = new StageInput("J1", new DateInput(2026, 3, 3), "She filed it herself", null, NoDate, Authority: "CT-AUT-FGR", Unit: "Desk of the quetzal");
        Assert.Empty((await app.SendAsync(one.Owner, new OpenProceeding(one.Number, 1, "CT-PRC-CRIM", first))).Refusals);

        await one.EraseAsync();

        var path = Erasing.Valid(await app.SendAsync(one.Owner, new GetJustice(one.Number))).Paths.Single();
        Assert.Equal(("CT-AUT-FGR", null), (path.Authority!.Code, path.Unit));
        var id = path.Id;
        Assert.Null(await app.StoredAsync(db => db.Incidents.SelectMany(i => i.Proceedings).Where(p => p.Id == id).Select(p => p.Unit).SingleAsync()));
    }

    [SkippableFact]
    public async Task Keys_index_and_drafts_go_with_it()
    {
        var typed = AnIncident();
        var team = await app.FoundTeamAsync();
        var owner = await app.JoinAsync(Role.CaseWorker, team);
        Erasing.Valid(await app.SendAsync(owner, new SaveDraft(typed.Key, "{\"Form.Title\":\"half\"}")));
        Erasing.Valid(await app.SendAsync(owner, typed));
        var number = await app.StoredAsync(db => db.Incidents.Where(i => i.Id == IncidentId.From(typed.Key)).Select(i => i.Number).SingleAsync());
        var one = new Erasing(app, owner, await app.JoinAsync(Role.Supervisor, team), number);
        var person = (await one.VictimAsync()).Person!.Value;
        Assert.True(await one.StandsAsync(KeyOwner.Of(IncidentId.From(typed.Key)), KeyOwner.OfDraft(typed.Key), KeyOwner.Of(person)));

        var receipt = Erasing.Valid(await app.SendAsync(one.Supervisor, new GetErasure(await one.EraseAsync())));

        Assert.Empty(await one.Keys.StandingAsync([KeyOwner.Of(IncidentId.From(typed.Key)), KeyOwner.OfDraft(typed.Key), KeyOwner.Of(person)], CancellationToken.None));
        Assert.Equal((3, 1, 1, 1), (receipt.KeyCount, receipt.Keys[ErasedKind.Incident], receipt.Keys[ErasedKind.Person], receipt.Keys[ErasedKind.Draft]));
        Assert.Equal(0, await app.StoredAsync(db => db.Words.CountAsync(w => w.IncidentId == IncidentId.From(typed.Key))));
        Assert.NotNull((await one.VictimAsync()).ErasedAt);
    }

    [SkippableFact]
    public async Task People_whom_another_incident_needs_stay_until_that_is_erased_too()
    {
        var one = await Erasing.OfAsync(app);
        var other = await one.LogAgainAsync();
        await one.EraseAsync();
        Assert.Equal("Citlali Ocampo Reyes", Erasing.Valid(await app.SendAsync(one.Owner, new OpenIdentity(other, (await one.VictimAsync()).Person!.Value, "She asked us to call her back"))).Name);

        await (one with { Number = other }).EraseAsync();

        Assert.NotNull((await one.VictimAsync(other)).ErasedAt);
        Assert.False(await one.StandsAsync(KeyOwner.Of((await one.VictimAsync()).Person!.Value)));
    }

    [SkippableFact]
    public async Task Asks_for_the_ground_the_number_and_a_yes_and_tells_all_at_once()
    {
        var one = await Erasing.OfAsync(app);

        var refused = await app.SendAsync(one.Supervisor, new EraseIncident(one.Number, null, "CT-2026-99999", Understood: false));
        Assert.Equal(["Confirmation", "Ground", "Understood"], refused.Refusals.Select(r => r.Field).Order());
        Assert.Equal(["Confirmation", "Ground"], (await app.SendAsync(one.Supervisor, new EraseIncident(one.Number, (ErasureGround)9, " ", Understood: true))).Refusals.Select(r => r.Field).Order());

        Assert.Null(await app.StoredAsync(db => db.Incidents.Where(i => i.Number == one.Number).Select(i => i.ErasedAt).SingleAsync()));
        Assert.Equal(0, await app.StoredAsync(db => db.Erasures.CountAsync(e => e.Number == one.Number)));
    }

    [SkippableFact]
    public async Task Only_a_supervisor_who_leads_the_incident_may()
    {
        var one = await Erasing.OfAsync(app);
        var elsewhere = await app.JoinAsync(Role.Supervisor, await app.FoundTeamAsync());
        Assert.Equal([SharedErrors.Forbidden], await TryAsync(one.Owner));
        Assert.Equal([SharedErrors.NotFound], await TryAsync(elsewhere));
        Assert.Empty((await app.SendAsync(one.Owner, new GiveAccess(one.Number, elsewhere.Id, GrantLevel.Work, new DateOnly(2026, 3, 20), "Interprets"))).Refusals);
        Assert.Equal([AccessErrors.NotYours], await TryAsync(elsewhere));
        Assert.Empty((await app.SendAsync(one.Owner, new ChangeConfidentiality(one.Number, 1, Circle.Restricted))).Refusals);
        Assert.Equal([SharedErrors.NotFound], await TryAsync(one.Supervisor));

        async Task<IReadOnlyList<Refusal>> TryAsync(Actor actor) => (await app.SendAsync(actor, new EraseIncident(one.Number, ErasureGround.Error, one.Number, Understood: true))).Refusals;
    }

    [SkippableFact]
    public async Task The_owner_is_told_and_the_receipt_names_the_line_of_the_trail()
    {
        var one = await Erasing.OfAsync(app);
        var id = await one.EraseAsync();

        Assert.Equal(NoticeKind.IncidentErased, Erasing.Valid(await app.SendAsync(one.Owner, new MyNotices())).Lines[0].Kind);
        var auditor = await app.JoinAsync(Role.Auditor);
        var receipt = Erasing.Valid(await app.SendAsync(auditor, new GetErasure(id)));
        var line = await app.StoredAsync(db => db.Trail.SingleAsync(e => e.Action == nameof(EraseIncident) && e.Subject == one.Number && e.Outcome == AuditOutcome.Done));
        Assert.Equal((line.Sequence, line.Id, "Danger", one.Supervisor.DisplayName, Role.Supervisor), (receipt.Order!.Sequence, receipt.Order.Id, receipt.Order.Detail, receipt.OrderedBy, receipt.OrderedAs));
        Assert.Contains(Erasing.Valid(await app.SendAsync(auditor, new ListErasures())).Rows, r => r.Id == id);
        Assert.Contains(Erasing.Valid(await app.SendAsync(one.Supervisor, new ListErasures())).Rows, r => r.Id == id);
        var stranger = await app.JoinAsync(Role.Supervisor, await app.FoundTeamAsync());
        Assert.DoesNotContain(Erasing.Valid(await app.SendAsync(stranger, new ListErasures())).Rows, r => r.Id == id);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new GetErasure(id))).Refusals);
        Assert.Equal([SharedErrors.Forbidden], (await app.SendAsync(one.Owner, new GetErasure(id))).Refusals);
    }

    [SkippableFact]
    public async Task What_a_reader_of_spanish_sees_in_its_place_is_spanish()
    {
        var one = await Erasing.OfAsync(app);
        await one.EraseAsync();
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("es");

        Assert.Equal("[borrado]", Erasing.Valid(await app.SendAsync(one.Owner, new GetIncidentHeader(one.Number))).Title);
    }

    private async Task<int> FoundAsync(Erasing one, string text) => Erasing.Valid(await app.SendAsync(one.Owner, new ListIncidents(new IncidentFilter { Text = text }))).Rows.Count;

    private async Task<int> CountedAsync(Erasing one) => Erasing.Valid(await app.SendAsync(one.Supervisor, new ListIncidents(new IncidentFilter { Counted = "yes" }))).Rows.Count;

    public sealed class OnSqlite(UseCasesOnSqlite app) : EraseIncidentTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : EraseIncidentTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
