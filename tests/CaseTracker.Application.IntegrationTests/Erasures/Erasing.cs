using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Erasures;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Jobs;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Erasures;

/// <summary>An incident of a team, its owner and their supervisor, and what the tests about erasing do with it.</summary>
internal sealed record Erasing(UseCases App, Actor Owner, Actor Supervisor, string Number)
{
    public IKeyShredder Keys => App.Services.GetRequiredService<IKeyShredder>();

    public static async Task<Erasing> OfAsync(UseCases app, LogIncident? incident = null)
    {
        var team = await app.FoundTeamAsync();
        var owner = await app.JoinAsync(Role.CaseWorker, team);
        return new(app, owner, await app.JoinAsync(Role.Supervisor, team), Valid(await app.SendAsync(owner, incident ?? AnIncident())));
    }

    public static T Valid<T>(Result<T> answer)
    {
        Assert.Empty(answer.Refusals);
        return answer.Value;
    }

    /// <summary>Stores the order, as far as a program comes that is killed then.</summary>
    public async Task<ErasureId> OrderAsync(ErasureGround ground = ErasureGround.Danger) =>
        Valid(await App.SendAsync(Supervisor, new EraseIncident(Number, ground, $" {Number.ToLowerInvariant()} ", Understood: true)));

    public async Task<ErasureId> OrderPersonAsync(string? number = null)
    {
        var victim = await VictimAsync(number);
        return Valid(await App.SendAsync(Supervisor, new ErasePerson(number ?? Number, victim.Person!.Value, ErasureGround.Request, victim.Pseudonym, Understood: true)));
    }

    public Task FinishAsync() => RunAsync(FinishErasures.Job);

    public async Task<ErasureId> EraseAsync()
    {
        var id = await OrderAsync();
        await FinishAsync();
        return id;
    }

    public async Task<ErasureId> ErasePersonAsync(string? number = null)
    {
        var id = await OrderPersonAsync(number);
        await FinishAsync();
        return id;
    }

    /// <summary>The job as the engine runs it, but with its faults.</summary>
    public async Task<int> RunAsync(string job)
    {
        await using var scope = App.ScopeOf(Actor.System());
        var work = App.Services.GetServices<RecurringJob>().Single(j => j.Name == job).Work;
        return await ((IRecurringWork)scope.ServiceProvider.GetRequiredService(work)).RunAsync(CancellationToken.None);
    }

    public async Task<VictimView> VictimAsync(string? number = null) => Valid(await App.SendAsync(Owner, new GetPeople(number ?? Number)))[0];

    public Task<IncidentId> IdAsync() => App.StoredAsync(db => db.Incidents.Where(i => i.Number == Number).Select(i => i.Id).SingleAsync());

    /// <summary>A further incident of somebody else.</summary>
    public async Task<string> LogAsync() => Valid(await App.SendAsync(Owner, AnIncident()));

    /// <summary>A further incident of the same person.</summary>
    public async Task<string> LogAgainAsync(Actor? by = null) =>
        Valid(await App.SendAsync(by ?? Owner, AnIncident() with { Victims = [Known((await VictimAsync()).Person!.Value)] }));

    public async Task<bool> StandsAsync(params KeyOwner[] owners) => (await Keys.StandingAsync(owners, CancellationToken.None)).Count == owners.Length;
}
