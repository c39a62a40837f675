using CaseTracker.Application.Campaigns;
using CaseTracker.Application.People;
using CaseTracker.Application.Protection;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Protection;

namespace CaseTracker.Application.IntegrationTests.Demonstration;

/// <summary>Whoever is threatened once is threatened again: the demonstration has people to whom that happened.</summary>
public sealed partial class DemonstrationTests
{
    [Fact]
    public async Task Every_kind_of_sign_of_escalation_is_to_be_seen()
    {
        var supervisor = await app.JoinAsync(Role.Supervisor, app.Team);

        var signs = (await app.SendAsync(supervisor, new ListSigns("team", Size: "100"))).Value.Rows;

        Assert.Equal(Enum.GetValues<SignKind>(), signs.Select(s => s.Kind).Distinct().Order());
    }

    [Fact]
    public async Task Some_people_are_in_more_than_one_incident_and_their_threats_are_told_as_repeated()
    {
        var supervisor = await app.JoinAsync(Role.Supervisor, app.Team);
        var again = app.Incidents.SelectMany(i => i.Victims).Where(v => v.PersonId is not null).CountBy(v => v.PersonId!.Value).Where(c => c.Value > 1).Select(c => c.Key).ToList();
        Assert.True(again.Count >= 4, $"{again.Count} people were hit again.");

        var views = new List<PersonView>();
        foreach (var person in again)
        {
            views.Add((await app.SendAsync(supervisor, new GetPerson(person))).Value);
        }

        Assert.Contains(views, v => v.Acts.Any(a => a.Again == Repetition.Certain));
        Assert.All(views, v => Assert.True(v.Acts.Select(a => a.Number).Distinct().Count() > 1));
    }

    [Fact]
    public async Task What_followed_the_campaign_happened_to_somebody_whom_it_had_named()
    {
        var supervisor = await app.JoinAsync(Role.Supervisor, app.Team);
        var number = Assert.Single((await app.SendAsync(supervisor, new ListCampaigns(new CampaignFilter()))).Value.Rows).Number;

        Assert.Contains((await app.SendAsync(supervisor, new GetCampaignAftermath(number))).Value, f => f is { Act: { SharesVictim: true, IsMember: false }, IsCertain: true });
    }
}
