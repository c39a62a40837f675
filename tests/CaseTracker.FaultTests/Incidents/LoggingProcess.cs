using System.Diagnostics;
using CaseTracker.Application;
using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;
using CaseTracker.Infrastructure;
using CaseTracker.Infrastructure.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using static CaseTracker.Testing.Build;

namespace CaseTracker.FaultTests.Incidents;

/// <summary>Logs incidents until it is killed, and tells each number only after it was stored; a second line once the incident has a proceeding.</summary>
internal static class LoggingProcess
{
    public const string Verb = "log-incidents";
    public const string Begun = "begun";
    public const string WithProceeding = " with a proceeding";

    public static Process Start(IEnumerable<KeyValuePair<string, string?>> settings) =>
        Process.Start(new ProcessStartInfo("dotnet", [typeof(LoggingProcess).Assembly.Location, Verb, .. settings.Select(s => $"{s.Key}={s.Value}")]) { RedirectStandardOutput = true })!;

    public static async Task<int> RunAsync(string[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => s.Split('=', 2)).ToDictionary(s => s[0], s => (string?)s[1])).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddApplication().AddInfrastructure(configuration).BuildServiceProvider();
        await services.GetRequiredService<DatabaseSetup>().LoadAsync();
        var worker = await WorkerAsync(services);
        await Console.Out.WriteLineAsync(Begun);
        var reported = new StageInput("J1", new DateInput(2026, 3, 3), "She filed it herself", null, NoDate, Authority: "CT-AUT-FGR");
        while (true)
        {
            var logged = await SendAsync(services, worker, AnIncident());
            Expect(logged.Refusals);
            var number = logged.Value;
            await Console.Out.WriteLineAsync(number);
            Expect((await SendAsync(services, worker, new OpenProceeding(number, 1, "CT-PRC-CRIM", reported))).Refusals);
            await Console.Out.WriteLineAsync(number + WithProceeding);
        }
    }

    private static async Task<Actor> WorkerAsync(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        var member = await scope.ServiceProvider.GetRequiredService<CaseTrackerDbContext>().Members.Include(m => m.Memberships).FirstAsync(m => m.Role == Role.CaseWorker);
        return Actor.Member(member.Id, member.Role, [.. member.Teams], member.DisplayName);
    }

    private static async Task<TAnswer> SendAsync<TAnswer>(ServiceProvider services, Actor actor, IRequest<TAnswer> request)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(actor);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    private static void Expect(IReadOnlyList<Refusal> refusals)
    {
        if (refusals.Count > 0)
        {
            throw new InvalidOperationException(string.Join(", ", refusals.Select(r => $"{r.Code} {r.Field}")));
        }
    }
}
