using CaseTracker.Application.Access;
using CaseTracker.Application.Campaigns;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Timelines;
using CaseTracker.Domain.Campaigns;
using Microsoft.EntityFrameworkCore;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Campaigns;

/// <summary>What belongs to a campaign, what came after it, and how it is told.</summary>
public abstract partial class CampaignTests
{
    [SkippableFact]
    public async Task Its_timeline_tells_of_itself_and_of_those_of_its_incidents_that_the_reader_sees_and_of_no_other()
    {
        var story = await CampaignStory.OfAsync(app);
        Assert.Equal(
            [TimelineEvent.CampaignFirstSeen, TimelineEvent.CampaignArchived, TimelineEvent.CampaignRecorded],
            (await ToldAsync(story.Colleague)).Entries.Select(e => e.Event));

        var (open, hidden, former) = (await story.LogAsync(), await story.LogAsync(), await story.LogAsync());
        await story.RestrictAsync(hidden);
        foreach (var one in (string[])[open, hidden, former])
        {
            Assert.Empty((await story.AddAsync(one, $"Why of {one}")).Refusals);
        }

        Assert.Empty((await app.SendAsync(story.Worker, new RemoveIncidentFromCampaign(story.Number, former, "Somebody else"))).Refusals);

        var own = await ToldAsync(story.Worker);
        var colleagues = await ToldAsync(story.Colleague);
        Assert.Equal([open, hidden], own.Entries.Where(e => e.Event == TimelineEvent.Began).Select(e => e.Number).Order());
        Assert.Equal([open, hidden, former], own.Entries.Where(e => e.Event == TimelineEvent.IncidentJoined).Select(e => e.Number).Order());
        Assert.Equal([open], colleagues.Entries.Where(e => e.Event == TimelineEvent.Began).Select(e => e.Number));
        Assert.DoesNotContain(colleagues.Entries, e => e.Number == hidden);
        Assert.Equal(($"Why of {open}", "Somebody else"), (colleagues.Entries.Single(e => e.Event == TimelineEvent.IncidentJoined && e.Number == open).Because, colleagues.Entries.Single(e => e.Event == TimelineEvent.IncidentLeft).Because));
        Assert.Equal("https://archive.example/20260220/front", colleagues.Entries.Single(e => e.Event == TimelineEvent.CampaignArchived).Note);
        Assert.All((await app.SendAsync(story.Colleague, new GetCampaignTimeline(story.Number, [TimelineClass.Incident]))).Value.Entries, e => Assert.Equal((TimelineClass.Incident, open), (e.Class, e.Number)));
        Assert.Equal(["paging.bad_cursor"], (await app.SendAsync(story.Worker, new GetCampaignTimeline(story.Number, [], "2"))).Refusals.Select(r => r.Code));

        async Task<Timeline> ToldAsync(Actor reader) => CampaignStory.Valid(await app.SendAsync(reader, new GetCampaignTimeline(story.Number, [])));
    }

    [SkippableFact]
    public async Task Suggests_incidents_with_the_reasons_and_takes_in_what_was_accepted()
    {
        var story = await CampaignStory.OfAsync(app);
        var member = await story.LogAsync(CampaignStory.Plain(2026, 2, 25));
        await story.AddAsync(member);
        var narrative = await story.LogAsync();
        var outlet = await story.LogAsync(CampaignStory.Plain(2026, 3, 3) with { Perpetrators = [new("CT-PER-2", null, null, "Portada de El Tecolote Bermejo")] });
        var victim = await story.LogAsync(CampaignStory.Plain(2026, 3, 4) with { Victims = [Known(await story.VictimAsync(member))] });
        var late = await story.LogAsync(AnIncident() with { Incident = TheFacts() with { StartedOn = new DateInput(2025, 3, 2) } });
        var unlike = await story.LogAsync(CampaignStory.Plain(2026, 3, 5));

        var suggested = (await app.SendAsync(story.Worker, new SuggestIncidents(story.Number))).Value;

        Assert.Equal(
            [(narrative, BelongingReasonKind.SameNarrative), (outlet, BelongingReasonKind.SameOutlet), (victim, BelongingReasonKind.SameVictims)],
            suggested.Select(s => (s.Number, s.Reasons[0].Kind)).OrderBy(s => s.Number));
        Assert.All(suggested, s => Assert.Equal(BelongingReasonKind.CloseInTime, s.Reasons[^1].Kind));
        Assert.DoesNotContain(suggested, s => s.Number == member || s.Number == late || s.Number == unlike);

        await story.AddAsync(outlet);
        Assert.DoesNotContain((await app.SendAsync(story.Worker, new SuggestIncidents(story.Number))).Value, s => s.Number == outlet);
    }

    [SkippableFact]
    public async Task What_followed_is_what_was_done_to_the_same_people_afterwards()
    {
        var story = await CampaignStory.OfAsync(app);
        var member = await story.LogAsync(CampaignStory.Plain(2026, 2, 25, "CT-STG-1"));
        await story.AddAsync(member);
        var same = Known(await story.VictimAsync(member));
        var charged = await story.LogAsync(CampaignStory.Plain(2026, 3, 10, "CT-CRM-2") with { Victims = [same] });
        var threatened = await story.LogAsync(CampaignStory.Plain(2026, 3, 1) with { Victims = [same] });
        await story.LogAsync(CampaignStory.Plain(2026, 1, 1) with { Victims = [same] });
        await story.LogAsync(CampaignStory.Plain(2026, 3, 2));

        var followed = (await app.SendAsync(story.Colleague, new GetCampaignAftermath(story.Number))).Value;

        Assert.Equal([(threatened, AftermathClass.Threat), (charged, AftermathClass.Criminalization)], followed.Select(f => (f.Act.Number, f.Class)));
    }
}
