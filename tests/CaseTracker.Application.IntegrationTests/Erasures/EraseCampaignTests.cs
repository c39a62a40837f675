using CaseTracker.Application.Access;
using CaseTracker.Application.Campaigns;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Erasures;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.IntegrationTests.Campaigns;
using CaseTracker.Application.IntegrationTests.Confidentiality;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.IntegrationTests.Erasures;

public abstract class EraseCampaignTests(UseCases app)
{
    [SkippableFact]
    public async Task What_was_written_is_gone_and_its_codes_dates_and_incidents_stay()
    {
        var (story, supervisor, number) = await GroupedAsync();

        await EraseAsync(story, supervisor);

        var view = await story.ViewAsync();
        Assert.Equal((IncidentKeys.Erased, IncidentKeys.Erased, IncidentKeys.Erased), (view.Title, view.Description, view.Outlets[0].Name));
        Assert.Equal((IncidentKeys.Erased, IncidentKeys.Erased), (view.Speakers[0].Label, view.Addresses[0].Url));
        Assert.Equal(("CT-OUT-PRESS", "010102", 12_000L), (view.Outlets[0].Kind, view.Speakers[0].Perpetrator, view.Reach.Number));
        Assert.Equal((number, "Threats after a press conference", IncidentKeys.Erased), (view.Members.Rows.Single().Number, view.Members.Rows[0].Title, view.Members.Rows[0].Added.Reason));
        Assert.Equal((IncidentKeys.Erased, IncidentKeys.Erased), (view.Former.Rows.Single().Added.Reason, view.Former.Rows[0].Removed!.Reason));
        Assert.Equal((app.Clock.GetUtcNow(), ErasureGround.Danger, true, false), (view.Erased!.At, view.Erased.Ground!.Value, view.Erased.IsFinished, view.MayLead));
    }

    [SkippableFact]
    public async Task Every_list_timeline_and_suggestion_goes_on_without_it()
    {
        var (story, supervisor, number) = await GroupedAsync();
        var another = await story.LogAsync();
        Assert.Contains(CampaignStory.Valid(await app.SendAsync(story.Worker, new SuggestIncidents(story.Number))), s => s.Number == another);

        await EraseAsync(story, supervisor);

        var row = CampaignStory.Valid(await app.SendAsync(story.Worker, new ListCampaigns(new CampaignFilter()))).Rows.Single(r => r.Number == story.Number);
        Assert.Equal((IncidentKeys.Erased, true, 1, 1), (row.Title, row.IsErased, row.Incidents, row.Outlets));
        Assert.Empty(CampaignStory.Valid(await app.SendAsync(story.Worker, new SuggestIncidents(story.Number))));
        CampaignStory.Valid(await app.SendAsync(story.Worker, new GetCampaignAftermath(story.Number)));
        var told = CampaignStory.Valid(await app.SendAsync(story.Worker, new GetCampaignTimeline(story.Number, []))).Entries;
        Assert.All(told.Where(e => e.Event is Timelines.TimelineEvent.IncidentJoined or Timelines.TimelineEvent.IncidentLeft), e => Assert.Equal(IncidentKeys.Erased, e.Because));
        Assert.Equal(3, told.Count(e => e.Event is Timelines.TimelineEvent.IncidentJoined or Timelines.TimelineEvent.IncidentLeft));
        Assert.Contains(told, e => e.Event == Timelines.TimelineEvent.CampaignArchived && e.Note == IncidentKeys.Erased);
        var of = CampaignStory.Valid(await app.SendAsync(story.Worker, new GetCampaignsOfIncident(number))).Single();
        Assert.Equal((story.Number, IncidentKeys.Erased, true), (of.Number, of.Title, of.IsErased));
        Assert.Equal("Threats after a press conference", CampaignStory.Valid(await app.SendAsync(story.Worker, new GetIncidentHeader(number))).Title);
    }

    [SkippableFact]
    public async Task Nobody_works_on_it_any_more()
    {
        var (story, supervisor, number) = await GroupedAsync();
        await EraseAsync(story, supervisor);
        var before = await StoredAsync(story);

        Refused(await app.SendAsync(story.Worker, new GetCampaignFacts(story.Number)));
        Refused(await app.SendAsync(story.Worker, new ChangeCampaign(story.Number, 2, CampaignStory.Typed())));
        Refused(await app.SendAsync(story.Worker, new AddIncidentToCampaign(story.Number, number, "Again")));
        Refused(await app.SendAsync(story.Worker, new RemoveIncidentFromCampaign(story.Number, number, "No more")));
        Refused(await app.SendAsync(supervisor, new EraseCampaign(story.Number, ErasureGround.Error, story.Number, Understood: true)));

        Assert.Equal(before, await StoredAsync(story));

        static void Refused<T>(T answer)
            where T : IRefusable<T> => Assert.Equal([ErasureErrors.CampaignErased], answer.Refusals);
    }

    [SkippableFact]
    public async Task Asks_for_the_ground_the_number_and_a_yes_and_tells_all_at_once()
    {
        var (story, supervisor, _) = await GroupedAsync();

        var refused = await app.SendAsync(supervisor, new EraseCampaign(story.Number, null, "CP-2026-99999", Understood: false));

        Assert.Equal(["Confirmation", "Ground", "Understood"], refused.Refusals.Select(r => r.Field).Order());
        Assert.Contains(ErasureErrors.CampaignNumberDiffers, refused.Refusals);
        Assert.Null((await StoredAsync(story)).ErasedAt);
        Assert.Equal("On the same front page", (await story.ViewAsync()).Members.Rows.Single().Added.Reason);
        Assert.Equal(0, await app.StoredAsync(db => db.Erasures.CountAsync(e => e.Number == story.Number)));
    }

    [SkippableFact]
    public async Task Only_a_supervisor_of_its_team_may_and_others_find_nothing()
    {
        var (story, _, _) = await GroupedAsync();
        var elsewhere = await app.JoinAsync(Role.Supervisor, await app.FoundTeamAsync());

        Assert.Equal([SharedErrors.Forbidden], await TryAsync(story.Worker));
        Assert.Equal([SharedErrors.NotFound], await TryAsync(elsewhere));
        Assert.Null((await StoredAsync(story)).ErasedAt);

        async Task<IReadOnlyList<Refusal>> TryAsync(Actor actor) => (await app.SendAsync(actor, new EraseCampaign(story.Number, ErasureGround.Error, story.Number, Understood: true))).Refusals;
    }

    [SkippableFact]
    public async Task The_owner_is_told_and_the_receipt_names_the_line_of_the_trail()
    {
        var (story, supervisor, _) = await GroupedAsync();
        var id = await EraseAsync(story, supervisor);

        var notice = CampaignStory.Valid(await app.SendAsync(story.Worker, new MyNotices())).Lines[0];
        Assert.Equal((NoticeKind.CampaignErased, story.Number), (notice.Kind, notice.Subject));
        Assert.DoesNotContain(CampaignStory.Valid(await app.SendAsync(supervisor, new MyNotices())).Lines, l => l.Kind == NoticeKind.CampaignErased);
        var auditor = await app.JoinAsync(Role.Auditor);
        var receipt = CampaignStory.Valid(await app.SendAsync(auditor, new GetErasure(id)));
        var line = await app.StoredAsync(db => db.Trail.SingleAsync(e => e.Action == nameof(EraseCampaign) && e.Subject == story.Number && e.Outcome == AuditOutcome.Done));
        Assert.Equal((line.Sequence, "Danger", ErasedKind.Campaign, story.Number, 1), (receipt.Order!.Sequence, receipt.Order.Detail, receipt.What, receipt.Number, receipt.KeyCount));
        Assert.Equal(1, receipt.Keys[ErasedKind.Campaign]);
        Assert.Equal(1, await app.StoredAsync(db => db.Trail.CountAsync(e => e.Action == FinishErasures.Action && e.Subject == story.Number)));
        Assert.Contains(CampaignStory.Valid(await app.SendAsync(supervisor, new ListErasures())).Rows, r => r.Id == id && r.What == ErasedKind.Campaign);
        var stranger = await app.JoinAsync(Role.Supervisor, await app.FoundTeamAsync());
        Assert.DoesNotContain(CampaignStory.Valid(await app.SendAsync(stranger, new ListErasures())).Rows, r => r.Id == id);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new GetErasure(id))).Refusals);
    }

    /// <summary>Reasons are sealed under the keys of incidents, which stay: the rows themselves have to lose them.</summary>
    [SkippableFact]
    public async Task Reasons_go_also_of_incidents_that_who_orders_it_does_not_see_or_that_were_altered()
    {
        var (story, supervisor, number) = await GroupedAsync();
        var hidden = await story.LogAsync();
        Assert.Empty((await story.AddAsync(hidden, "Her brother is in it")).Refusals);
        await story.RestrictAsync(hidden);
        var campaign = await IdAsync(story);
        var incident = await app.StoredAsync(db => db.Incidents.Where(i => i.Number == number).Select(i => i.Id).SingleAsync());
        var sequence = await app.StoredAsync(db => db.Campaigns.Where(c => c.Id == campaign).SelectMany(c => c.Incidents).Where(i => i.IncidentId == incident && i.RemovedAt == null).Select(i => i.Sequence).SingleAsync());
        var where = $"\"CampaignId\" = '{campaign.Value.ToString("D").ToUpperInvariant()}' AND \"Sequence\" = {sequence}";
        await app.SpoilAsync(new(SealedFields.BelongingReason, KeyOwner.Of(incident), SealedRow.Of(campaign.Value, sequence), where));

        await EraseAsync(story, supervisor);

        Assert.Equal(0, await app.StoredAsync(db => db.Campaigns.Where(c => c.Id == campaign).SelectMany(c => c.Incidents).CountAsync(i => i.Reason != null || i.RemovalReason != null)));
        Assert.Equal(3, await app.StoredAsync(db => db.Campaigns.Where(c => c.Id == campaign).SelectMany(c => c.Incidents).CountAsync()));
    }

    [SkippableFact]
    public async Task An_erased_incident_takes_the_reasons_along_and_the_campaign_stays()
    {
        var (story, supervisor, number) = await GroupedAsync();
        await new Erasing(app, story.Worker, supervisor, number).EraseAsync();

        var view = await story.ViewAsync();
        var member = view.Members.Rows.Single();
        Assert.Equal((number, IncidentKeys.Erased, IncidentKeys.Erased, true), (member.Number, member.Title, member.Added.Reason, member.IsErased));
        Assert.Equal(("Defenders called liars", null), (view.Title, view.Erased));

        await EraseAsync(story, supervisor);

        Assert.Equal(IncidentKeys.Erased, (await story.ViewAsync()).Members.Rows.Single().Added.Reason);
    }

    private static async Task<ErasureId> EraseAsync(CampaignStory story, Actor supervisor)
    {
        var id = CampaignStory.Valid(await story.App.SendAsync(supervisor, new EraseCampaign(story.Number, ErasureGround.Danger, $" {story.Number.ToLowerInvariant()} ", Understood: true)));
        await new Erasing(story.App, story.Worker, supervisor, story.Number).FinishAsync();
        return id;
    }

    private Task<CampaignId> IdAsync(CampaignStory story) => app.StoredAsync(db => db.Campaigns.Where(c => c.Number == story.Number).Select(c => c.Id).SingleAsync());

    private async Task<(int Version, DateTimeOffset? ErasedAt, int Incidents)> StoredAsync(CampaignStory story)
    {
        var stored = await app.StoredAsync(db => db.Campaigns.Where(c => c.Number == story.Number).Select(c => new { c.Version, c.ErasedAt, c.Incidents.Count }).SingleAsync());
        return (stored.Version, stored.ErasedAt, stored.Count);
    }

    /// <summary>A campaign with an incident that belongs and one that was taken out again.</summary>
    private async Task<(CampaignStory Story, Actor Supervisor, string Number)> GroupedAsync()
    {
        var story = await CampaignStory.OfAsync(app);
        var (number, former) = (await story.LogAsync(), await story.LogAsync());
        Assert.Empty((await story.AddAsync(number)).Refusals);
        Assert.Empty((await story.AddAsync(former, "She was named in it")).Refusals);
        Assert.Empty((await app.SendAsync(story.Worker, new RemoveIncidentFromCampaign(story.Number, former, "It was her sister"))).Refusals);
        return (story, await app.JoinAsync(Role.Supervisor, story.Worker.Teams[0]), number);
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : EraseCampaignTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : EraseCampaignTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
