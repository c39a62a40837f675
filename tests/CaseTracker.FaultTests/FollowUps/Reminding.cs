using CaseTracker.Application.Access;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Jobs;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CaseTracker.Testing.Build;

namespace CaseTracker.FaultTests.FollowUps;

/// <summary>What tests of reminders do again and again.</summary>
internal static class Reminding
{
    public static DateOnly Today(this UseCases app) => app.Services.GetRequiredService<Calendar>().Today;

    /// <summary>One turn of a job, in the scope that a job gets.</summary>
    public static async Task<int> RunAsync<TWork>(this UseCases app)
        where TWork : IRecurringWork
    {
        await using var scope = app.ScopeOf(Actor.System());
        return await scope.ServiceProvider.GetRequiredService<TWork>().RunAsync(CancellationToken.None);
    }

    /// <returns>The incident's number and the follow-up.</returns>
    public static async Task<(string Number, FollowUpId FollowUp)> ScheduleAsync(this UseCases app, Actor worker, int dueInDays = 0)
    {
        var number = (await app.SendAsync(worker, AnIncident())).Value;
        var id = await app.StoredAsync(db => db.Incidents.Where(i => i.Number == number).Select(i => i.Id).SingleAsync());
        return (number, await app.ScheduleAsync(worker, id, dueInDays));
    }

    public static async Task<FollowUpId> ScheduleAsync(this UseCases app, Actor worker, IncidentId incident, int dueInDays)
    {
        var stamp = new Stamp(worker.Id!.Value, app.Clock.GetUtcNow());
        var wish = new FollowUpToSchedule("CT-FUK-CALL", null, app.Today().AddDays(dueInDays), worker.Id!.Value);
        var followUp = FollowUp.Schedule(FollowUpId.New(stamp.At), incident, wish, app.Services.GetRequiredService<ITerms>(), app.Today(), stamp).Value;
        return await app.StoredAsync(async db =>
        {
            db.FollowUps.Add(followUp);
            await db.SaveChangesAsync();
            return followUp.Id;
        });
    }

    public static Task<List<Notice>> NoticesAsync(this UseCases app, FollowUpId followUp) =>
        app.StoredAsync(db => db.Notices.AsNoTracking().Where(n => n.FollowUpId == followUp).OrderBy(n => n.At).ToListAsync());

    public static Task<int> RemindAsync(this UseCases app) => app.RunAsync<RemindOfFollowUps>();

    public static async Task<Actor> WorkerAsync(this UseCases app) => await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
}
