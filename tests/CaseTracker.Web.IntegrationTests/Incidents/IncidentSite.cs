using CaseTracker.Application.Accountability;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Testing;
using CaseTracker.Testing.Web;

namespace CaseTracker.Web.IntegrationTests.Incidents;

/// <summary>The site with one incident, its case worker signed in, and a stranger of another team.</summary>
public sealed class IncidentSite : IAsyncLifetime
{
    public WebApp App { get; } = new();

    public SignedIn Worker { get; private set; } = null!;

    public SignedIn Stranger { get; private set; } = null!;

    public string Number { get; private set; } = "";

    public Guid Person { get; private set; }

    public Guid Path { get; private set; }

    public async Task InitializeAsync()
    {
        await App.InitializeAsync();
        var team = await App.FoundTeamAsync();
        Worker = await App.SignInAsync(Role.CaseWorker, team);
        await App.SignInAsync(Role.Supervisor, team);
        Stranger = await App.SignInAsync(Role.CaseWorker, await App.FoundTeamAsync());
        Number = (await App.SendAsync(Worker.Actor, Build.AnIncident())).Value;
        Person = (await App.SendAsync(Worker.Actor, new GetPeople(Number))).Value[0].Person!.Value.Value;
        var first = new StageInput("J1", new DateInput(2026, 3, 4), "Copy of the complaint", null, Build.NoDate, Authority: "CT-AUT-FGR");
        Assert.Empty((await App.SendAsync(Worker.Actor, new OpenProceeding(Number, 1, "CT-PRC-CRIM", first))).Refusals);
        Path = (await App.SendAsync(Worker.Actor, new GetJustice(Number))).Value.Paths[0].Id.Value;
    }

    public Task DisposeAsync() => ((IAsyncLifetime)App).DisposeAsync();

    /// <summary>Address of a page of the incident; <c>{person}</c> and <c>{path}</c> stand for its own.</summary>
    public string Address(string page) => $"/incidents/{Number}{page.Replace("{person}", Person.ToString()).Replace("{path}", Path.ToString())}";
}
