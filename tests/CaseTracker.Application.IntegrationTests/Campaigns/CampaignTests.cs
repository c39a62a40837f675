using System.Buffers.Text;
using System.Text;
using CaseTracker.Application.Campaigns;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.IntegrationTests.Erasures;
using CaseTracker.Application.Paging;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.IntegrationTests.Campaigns;

public abstract partial class CampaignTests(UseCases app)
{
    [SkippableFact]
    public async Task A_campaign_is_read_as_it_was_typed_by_its_team()
    {
        var story = await CampaignStory.OfAsync(app);

        var view = await story.ViewAsync(story.Colleague);

        Assert.Matches("^CP-2026-[0-9]{5}$", view.Number);
        Assert.Equal(("Defenders called liars", "A series of front pages."), (view.Title, view.Description));
        Assert.Equal([new OutletView("CT-OUT-PRESS", CampaignStory.Outlet)], view.Outlets);
        Assert.Equal([new SpeakerView("The mayor's spokesperson", true, "010102")], view.Speakers);
        Assert.Equal(new ReachToRecord(12_000, "CT-RCH-CIRCULATION", new DateOnly(2026, 3, 1)), view.Reach);
        Assert.Equal([new ArchivedView("https://archive.example/20260220/front", new DateOnly(2026, 2, 21))], view.Addresses);
        Assert.Equal(story.Worker.DisplayName, view.Owner);
    }

    [SkippableFact]
    public async Task To_everybody_else_it_does_not_exist()
    {
        var story = await CampaignStory.OfAsync(app);
        var stranger = await app.JoinAsync(Role.Supervisor, await app.FoundTeamAsync());

        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new GetCampaign(story.Number))).Refusals);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new GetCampaignFacts(story.Number))).Refusals);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new GetCampaignAftermath(story.Number))).Refusals);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new GetCampaignTimeline(story.Number, []))).Refusals);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new SuggestIncidents(story.Number))).Refusals);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new ChangeCampaign(story.Number, 1, CampaignStory.Typed()))).Refusals);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new AddIncidentToCampaign(story.Number, "CT-2026-00001", "x"))).Refusals);
        Assert.Empty((await app.SendAsync(stranger, new ListCampaigns(new CampaignFilter()))).Value.Rows);
    }

    [SkippableFact]
    public async Task Of_its_incidents_only_those_that_the_reader_sees_are_shown_or_counted()
    {
        var story = await CampaignStory.OfAsync(app);
        var (open, hidden) = (await story.LogAsync(), await story.LogAsync());
        await story.RestrictAsync(hidden);
        Assert.Empty((await story.AddAsync(open)).Refusals);
        Assert.Empty((await story.AddAsync(hidden)).Refusals);

        Assert.Equal([open, hidden], (await story.ViewAsync()).Members.Rows.Select(m => m.Number));
        Assert.Equal([open], (await story.ViewAsync(story.Colleague)).Members.Rows.Select(m => m.Number));
        Assert.Equal(1, (await app.SendAsync(story.Colleague, new ListCampaigns(new CampaignFilter()))).Value.Rows.Single().Incidents);
        Assert.Single((await app.ReadAsync(story.Colleague, db => db.IncidentsOfCampaignAsync(story.Number, CancellationToken.None)))!.Incidents);
        Assert.DoesNotContain((await app.SendAsync(story.Colleague, new GetCampaignAftermath(story.Number))).Value, f => f.Act.Number == hidden);
    }

    [SkippableFact]
    public async Task An_incident_that_is_not_the_actors_answers_like_one_that_does_not_exist()
    {
        var story = await CampaignStory.OfAsync(app);
        var hidden = await story.LogAsync();
        await story.RestrictAsync(hidden);

        Assert.Equal([CampaignErrors.NoSuchIncident], (await story.AddAsync(hidden, by: story.Colleague)).Refusals);
        Assert.Equal([CampaignErrors.NoSuchIncident], (await story.AddAsync("CT-2026-99999", by: story.Colleague)).Refusals);

        // Nor does it, once it belongs.
        Assert.Empty((await story.AddAsync(hidden)).Refusals);
        Assert.Equal([CampaignErrors.NoSuchIncident], (await story.AddAsync(hidden, by: story.Colleague)).Refusals);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(story.Colleague, new RemoveIncidentFromCampaign(story.Number, hidden, "x"))).Refusals);
        Assert.DoesNotContain((await app.SendAsync(story.Colleague, new SuggestIncidents(story.Number))).Value, s => s.Number == hidden);
    }

    [SkippableFact]
    public async Task An_incident_tells_of_its_campaigns_to_who_sees_them_and_to_nobody_else()
    {
        var story = await CampaignStory.OfAsync(app);
        var incident = await story.LogAsync();
        await story.AddAsync(incident);
        var stranger = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        await app.SendAsync(story.Worker, new GiveAccess(incident, stranger.Id, Domain.Incidents.GrantLevel.Work, new DateOnly(2026, 4, 1), "Interprets"));

        Assert.Equal([story.Number], (await app.SendAsync(story.Colleague, new GetCampaignsOfIncident(incident))).Value.Select(c => c.Number));
        Assert.Empty((await app.SendAsync(stranger, new GetCampaignsOfIncident(incident))).Value);
    }

    [SkippableTheory]
    [InlineData("CT-2026\0-00001")]
    [InlineData("\uD800")]
    [InlineData("CT-2026-00001 or any other number at all")]
    [InlineData("' OR 1=1 --")]
    [InlineData("%")]
    public async Task What_cannot_be_a_number_is_refused_and_asks_no_database_what_it_cannot_answer(string number)
    {
        var story = await CampaignStory.OfAsync(app);
        await story.AddAsync(await story.LogAsync());

        Assert.Equal("Incident", Assert.Single((await story.AddAsync(number)).Refusals).Field);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(story.Worker, new RemoveIncidentFromCampaign(story.Number, number, "x"))).Refusals);
        Assert.Single((await story.ViewAsync()).Members.Rows);
    }

    [SkippableFact]
    public async Task Its_incidents_come_in_pages_and_each_can_be_taken_out_wherever_it_stands()
    {
        var story = await CampaignStory.OfAsync(app);
        var numbers = new List<string>();
        for (var i = 0; i < GetCampaignHandler.PageSize + 2; i++)
        {
            numbers.Add(await story.LogAsync(CampaignStory.Plain(2026, 2, 1 + (i / 2))));
            Assert.Empty((await story.AddAsync(numbers[i])).Refusals);
        }

        var first = await story.ViewAsync();
        var second = CampaignStory.Valid(await app.SendAsync(story.Worker, new GetCampaign(story.Number, first.Members.After)));
        var back = CampaignStory.Valid(await app.SendAsync(story.Worker, new GetCampaign(story.Number, second.Members.Before)));

        Assert.Equal(numbers, first.Members.Rows.Concat(second.Members.Rows).Select(m => m.Number));
        Assert.Equal((numbers.Count, null, null), (first.Members.Total, first.Members.Before, second.Members.After));
        Assert.Equal(first.Members.Rows.Select(m => m.Number), back.Members.Rows.Select(m => m.Number));
        Assert.Equal([PagingErrors.BadCursor], (await app.SendAsync(story.Worker, new GetCampaign(story.Number, "2"))).Refusals);

        // The place in an address says nothing of how many were added, seen or not.
        Assert.EndsWith($"\n{numbers[GetCampaignHandler.PageSize - 1]} 0", Encoding.UTF8.GetString(Base64Url.DecodeFromChars(first.Members.After)), StringComparison.Ordinal);
        Assert.Equal([numbers[^1]], CampaignStory.Valid(await app.SendAsync(story.Worker, new GetCampaign(story.Number, Only: numbers[^1]))).Members.Rows.Select(m => m.Number));
    }

    [SkippableFact]
    public async Task Why_it_belonged_and_why_it_no_longer_does_stay_on_record()
    {
        var story = await CampaignStory.OfAsync(app);
        var incident = await story.LogAsync();
        await story.AddAsync(incident, "Named in the article");
        Assert.Equal(("Named in the article", story.Worker.DisplayName), ((await story.ViewAsync()).Members.Rows[0].Added.Reason, (await story.ViewAsync()).Members.Rows[0].Added.By));

        Assert.Empty((await app.SendAsync(story.Colleague, new RemoveIncidentFromCampaign(story.Number, incident, "Another person of the same name"))).Refusals);

        var view = await story.ViewAsync();
        Assert.Empty(view.Members.Rows);
        Assert.Equal("Named in the article", view.Former.Rows[0].Added.Reason);
        Assert.Equal(("Another person of the same name", story.Colleague.DisplayName), (view.Former.Rows[0].Removed!.Reason, view.Former.Rows[0].Removed!.By));
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(story.Worker, new RemoveIncidentFromCampaign(story.Number, incident, "Again"))).Refusals);
    }

    [SkippableFact]
    public async Task An_erased_incident_stays_in_it_without_a_word_of_what_it_was()
    {
        var story = await CampaignStory.OfAsync(app);
        var one = new Erasing(app, story.Worker, await app.JoinAsync(Role.Supervisor, story.Worker.Teams[0]), await story.LogAsync());
        await story.AddAsync(one.Number, "Her photograph is in it");

        await one.EraseAsync();

        var member = (await story.ViewAsync()).Members.Rows.Single();
        Assert.Equal((one.Number, IncidentKeys.Erased, IncidentKeys.Erased, true), (member.Number, member.Title, member.Added.Reason, member.IsErased));
        Assert.Equal([ErasureErrors.IncidentErased], (await app.SendAsync(story.Worker, new RemoveIncidentFromCampaign(story.Number, one.Number, "x"))).Refusals);
        Assert.Equal(1, (await app.SendAsync(story.Worker, new ListCampaigns(new CampaignFilter()))).Value.Rows.Single().Incidents);
    }

    [SkippableFact]
    public async Task Who_changes_it_second_is_told_and_an_incident_added_meanwhile_disturbs_nobody()
    {
        var story = await CampaignStory.OfAsync(app);
        await story.AddAsync(await story.LogAsync());

        Assert.Empty((await app.SendAsync(story.Worker, new ChangeCampaign(story.Number, 1, CampaignStory.Typed() with { Title = "First" }))).Refusals);
        Assert.Equal([SharedErrors.StaleVersion], (await app.SendAsync(story.Colleague, new ChangeCampaign(story.Number, 1, CampaignStory.Typed() with { Title = "Second" }))).Refusals);
        Assert.Equal("First", (await story.ViewAsync()).Title);
    }

    [SkippableFact]
    public async Task A_change_replaces_all_that_was_typed()
    {
        var story = await CampaignStory.OfAsync(app);
        var changed = CampaignStory.Typed() with
        {
            Outlets = [new OutletToRecord("CT-OUT-ACCOUNT", "@tecolote"), new OutletToRecord("CT-OUT-RADIO", "Radio Barro")],
            Speakers = [],
            Addresses = [],
            Narratives = ["CT-NAR-2"],
            ReachNumber = "",
        };

        Assert.Empty((await app.SendAsync(story.Worker, new ChangeCampaign(story.Number, 1, changed))).Refusals);

        var view = await story.ViewAsync();
        Assert.Equal(["@tecolote", "Radio Barro"], view.Outlets.Select(o => o.Name));
        Assert.Equal((0, 0, new ReachToRecord(null, null, null)), (view.Speakers.Count, view.Addresses.Count, view.Reach));
        Assert.Equal(["CT-NAR-2"], view.Narratives);
    }

    [SkippableFact]
    public async Task One_form_sent_twice_starts_one_campaign()
    {
        var story = await CampaignStory.OfAsync(app);
        var command = new StartCampaign(Guid.CreateVersion7(), CampaignStory.Typed(), null);

        var first = await app.SendAsync(story.Worker, command);
        Assert.Equal(first.Value, (await app.SendAsync(story.Worker, command)).Value);
        Assert.Equal([SharedErrors.FormUsed], (await app.SendAsync(story.Colleague, command)).Refusals);
    }

    [SkippableFact]
    public async Task What_cannot_be_read_is_refused_with_all_the_rest_and_takes_no_number()
    {
        var story = await CampaignStory.OfAsync(app);
        var typed = CampaignStory.Typed() with { Title = " ", FirstSeen = new DateInput(2026, 2, 30), ReachNumber = "1e309", ReachOn = "0001-01-01", Addresses = [new AddressInput("javascript:alert(1)", "never")] };

        var refused = await app.SendAsync(story.Worker, new StartCampaign(Guid.CreateVersion7(), typed, null));

        Assert.Equal(
            ["FirstSeen date.no_such_date", "ReachNumber shared.not_a_number", "ReachOn date.no_such_date", "Addresses[0].ArchivedOn date.no_such_date", "Title shared.required", "Addresses[0].Url campaign.not_an_address"],
            refused.Refusals.Select(r => $"{r.Field} {r.Code}"));
        var next = await app.SendAsync(story.Worker, new StartCampaign(Guid.CreateVersion7(), CampaignStory.Typed(), null));
        Assert.Equal(int.Parse(story.Number[^5..], System.Globalization.CultureInfo.InvariantCulture) + 1, int.Parse(next.Value[^5..], System.Globalization.CultureInfo.InvariantCulture));
    }

    [SkippableFact]
    public async Task The_list_is_narrowed_and_read_on_page_by_page()
    {
        var story = await CampaignStory.OfAsync(app);
        for (var month = 1; month <= 27; month++)
        {
            await app.SendAsync(story.Worker, new StartCampaign(Guid.CreateVersion7(), CampaignStory.Typed() with { FirstSeen = new DateInput(2020 + (month / 12), (month % 12) + 1, null), Narratives = [], Speakers = [] }, null));
        }

        var first = (await app.SendAsync(story.Colleague, new ListCampaigns(new CampaignFilter()))).Value;
        var second = (await app.SendAsync(story.Colleague, new ListCampaigns(new CampaignFilter(), first.After))).Value;
        Assert.Equal((25, 3, 28), (first.Rows.Count, second.Rows.Count, first.Total));
        Assert.Equal(story.Number, first.Rows[0].Number);
        Assert.Equal(first.Rows.Select(r => r.Number), (await app.SendAsync(story.Colleague, new ListCampaigns(new CampaignFilter(), second.Before))).Value.Rows.Select(r => r.Number));
        Assert.Empty(first.Rows.Select(r => r.Number).Intersect(second.Rows.Select(r => r.Number)));

        Assert.Equal([story.Number], await ListedAsync(new CampaignFilter { Narrative = CampaignStory.Narrative }));
        Assert.Equal([story.Number], await ListedAsync(new CampaignFilter { Official = "yes" }));
        Assert.Equal([story.Number], await ListedAsync(new CampaignFilter { From = "2026", To = "2026-02" }));
        Assert.Empty(await ListedAsync(new CampaignFilter { Owner = CampaignFilter.Me }));
        Assert.Equal(25, (await ListedAsync(new CampaignFilter { Outlet = "CT-OUT-PRESS" })).Count);
        Assert.Equal(
            ["Narrative", "Outlet", "Official", "Owner", "From"],
            (await app.SendAsync(story.Worker, new ListCampaigns(new CampaignFilter { Narrative = "x", Outlet = "x", Official = "x", Owner = "x", From = "x" }))).Refusals.Select(r => r.Field).Order(new ByFilter()));

        async Task<List<string>> ListedAsync(CampaignFilter filter) => [.. (await app.SendAsync(story.Colleague, new ListCampaigns(filter))).Value.Rows.Select(r => r.Number)];
    }

    [SkippableFact]
    public async Task The_trail_names_the_campaign_and_the_incident_by_number()
    {
        var story = await CampaignStory.OfAsync(app);
        var incident = await story.LogAsync();
        await story.AddAsync(incident);
        await story.ViewAsync(story.Colleague);

        var lines = await app.StoredAsync(db => db.Trail.Where(t => t.Subject == story.Number).OrderBy(t => t.Sequence).ToListAsync());

        Assert.Equal([(nameof(StartCampaign), null), (nameof(AddIncidentToCampaign), incident), (nameof(GetCampaign), null)], lines.Select(l => (l.Action, l.Detail)));
        Assert.Equal(1, await app.StoredAsync(db => db.Trail.CountAsync(t => t.Subject == incident && t.Action == nameof(GetCampaign))));
    }

    private sealed class ByFilter : IComparer<string?>
    {
        private static readonly string[] Order = ["Narrative", "Outlet", "Official", "Owner", "From"];

        public int Compare(string? x, string? y) => Array.IndexOf(Order, x).CompareTo(Array.IndexOf(Order, y));
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : CampaignTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : CampaignTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
