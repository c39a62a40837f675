using CaseTracker.Application.Access;
using CaseTracker.Application.Campaigns;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Campaigns;

/// <summary>Two colleagues of one team, and a campaign that the first of them started.</summary>
internal sealed record CampaignStory(UseCases App, Actor Worker, Actor Colleague, string Number)
{
    public const string Outlet = "El Tecolote Bermejo";

    /// <summary>The narrative that <see cref="TheFacts"/> has too.</summary>
    public const string Narrative = "CT-NAR-1";

    public static CampaignInput Typed() => new(
        "Defenders called liars",
        "A series of front pages.",
        new DateInput(2026, 2, 20),
        [Narrative],
        [new OutletToRecord("CT-OUT-PRESS", Outlet)],
        [new SpeakerToRecord("The mayor's spokesperson", true, "010102")],
        "12000",
        "CT-RCH-CIRCULATION",
        "2026-03-01",
        [new AddressInput("https://archive.example/20260220/front", "2026-02-21")]);

    public static async Task<CampaignStory> OfAsync(UseCases app, CampaignInput? typed = null)
    {
        var team = await app.FoundTeamAsync();
        var worker = await app.JoinAsync(Role.CaseWorker, team);
        var colleague = await app.JoinAsync(Role.CaseWorker, team);
        return new(app, worker, colleague, Valid(await app.SendAsync(worker, new StartCampaign(Guid.CreateVersion7(), typed ?? Typed(), null))));
    }

    public static T Valid<T>(Result<T> answer)
    {
        Assert.Empty(answer.Refusals);
        return answer.Value;
    }

    public async Task<string> LogAsync(LogIncident? incident = null) => Valid(await App.SendAsync(Worker, incident ?? AnIncident()));

    /// <summary>An incident that shares nothing but what it is given.</summary>
    public static LogIncident Plain(int year, int month, int day, string act = "0201030201") => AnIncident() with
    {
        Incident = TheFacts() with { Accusations = [], StartedOn = new DateInput(year, month, day) },
        Acts = [new ActToRecord(0, act)],
        Perpetrators = [],
    };

    public Task<Result> AddAsync(string incident, string reason = "On the same front page", Actor? by = null) =>
        App.SendAsync(by ?? Worker, new AddIncidentToCampaign(Number, incident, reason));

    public async Task<CampaignView> ViewAsync(Actor? by = null) => Valid(await App.SendAsync(by ?? Worker, new GetCampaign(Number)));

    public async Task<PersonId> VictimAsync(string incident) => Valid(await App.SendAsync(Worker, new GetPeople(incident)))[0].Person!.Value;

    public async Task RestrictAsync(string incident) => Assert.Empty((await App.SendAsync(Worker, new ChangeConfidentiality(incident, 1, Circle.Restricted))).Refusals);
}
