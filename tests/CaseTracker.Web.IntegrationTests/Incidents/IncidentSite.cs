using CaseTracker.Application.Accountability;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Protection;
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

    public Guid Measure { get; } = Guid.CreateVersion7();

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
        Assert.Empty((await App.SendAsync(Worker.Actor, new RecordInvestigativeAct(Number, 2, new(Path), "CT-INV-INTERVIEW", new DateInput(2026, 3, 5)))).Refusals);
        var requested = new StepInput("CT-MST-REQUESTED", new DateInput(2026, 3, 4), "Copy of the request");
        Assert.Empty((await App.SendAsync(Worker.Actor, new RecordMeasure(Measure, Number, 1, "CT-PMC-FED", "CT-PRM-URG-3", requested))).Refusals);
    }

    public Task DisposeAsync() => ((IAsyncLifetime)App).DisposeAsync();

    /// <summary>Address of a page of the incident; <c>{person}</c>, <c>{path}</c> and <c>{measure}</c> stand for its own.</summary>
    public string Address(string page) => $"/incidents/{Number}{page.Replace("{person}", Person.ToString()).Replace("{path}", Path.ToString()).Replace("{measure}", Measure.ToString())}";
}
