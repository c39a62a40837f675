using System.Collections.Concurrent;
using CaseTracker.Application.Outbox;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.FaultTests.FollowUps;
using CaseTracker.Infrastructure.Hosting;
using CaseTracker.Infrastructure.Outbox;
using CaseTracker.Testing;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static CaseTracker.Testing.Build;

namespace CaseTracker.FaultTests.Outbox;

public abstract class OutboxDeliveryTests(OutboxDeliveryTests.WithAFragileHandler app)
{
    [SkippableFact]
    public async Task Supervisors_of_the_team_learn_of_what_was_logged_and_nobody_else()
    {
        var team = await app.FoundTeamAsync();
        var author = await app.JoinAsync(Role.Supervisor, team);
        var supervisor = await app.JoinAsync(Role.Supervisor, team);
        await app.JoinAsync(Role.CaseWorker, team);
        await app.JoinAsync(Role.Supervisor, await app.FoundTeamAsync());
        var number = (await app.SendAsync(author, AnIncident())).Value;

        await app.RunAsync<OutboxDelivery>();
        await app.RunAsync<OutboxDelivery>();

        var notice = Assert.Single(await NoticesOfAsync(number));
        Assert.Equal((supervisor.Id, NoticeKind.IncidentLogged), (notice.MemberId, notice.Kind));
    }

    [SkippableFact]
    public async Task Several_nodes_at_once_tell_it_once()
    {
        var team = await app.FoundTeamAsync();
        var worker = await app.JoinAsync(Role.CaseWorker, team);
        await app.JoinAsync(Role.Supervisor, team);
        var numbers = new List<string>();
        for (var i = 0; i < 10; i++)
        {
            numbers.Add((await app.SendAsync(worker, AnIncident())).Value);
        }

        var counts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(app.RunAsync<OutboxDelivery>)));

        Assert.Equal(10, counts.Sum());
        foreach (var number in numbers)
        {
            Assert.Single(await NoticesOfAsync(number));
        }
    }

    [SkippableFact]
    public async Task A_handler_that_fails_undoes_the_others_is_tried_later_and_stops_nobody()
    {
        var team = await app.FoundTeamAsync();
        var worker = await app.JoinAsync(Role.CaseWorker, team);
        await app.JoinAsync(Role.Supervisor, team);
        var failing = (await app.SendAsync(worker, AnIncident())).Value;
        var working = (await app.SendAsync(worker, AnIncident())).Value;
        app.FailsOn = failing;
        try
        {
            await app.RunAsync<OutboxDelivery>();
            await app.RunAsync<OutboxDelivery>();
            Assert.Empty(await NoticesOfAsync(failing));
            Assert.Single(await NoticesOfAsync(working));
            Assert.Equal(1, await app.CountAsync("Outbox", "\"DeliveredAt\" IS NULL AND \"Attempts\" = 1"));
            Assert.Equal(["Event IncidentLogged could not be delivered: FormatException"], app.Log);
        }
        finally
        {
            app.FailsOn = null;
        }

        app.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(1, await app.RunAsync<OutboxDelivery>());
        Assert.Single(await NoticesOfAsync(failing));
    }

    [SkippableFact]
    public async Task Whoever_is_handed_an_incident_is_told()
    {
        var team = await app.FoundTeamAsync();
        var supervisor = await app.JoinAsync(Role.Supervisor, team);
        var worker = await app.JoinAsync(Role.CaseWorker, team);
        var number = (await app.SendAsync(supervisor, AnIncident())).Value;
        await app.StoredAsync(async db =>
        {
            var incident = await db.Incidents.SingleAsync(i => i.Number == number);
            incident.Assign(worker.Id!.Value, team, new Domain.Shared.Stamp(supervisor.Id!.Value, app.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });

        await app.RunAsync<OutboxDelivery>();

        var notice = Assert.Single(await NoticesOfAsync(number));
        Assert.Equal((worker.Id, NoticeKind.IncidentAssigned), (notice.MemberId, notice.Kind));
    }

    private Task<List<Notice>> NoticesOfAsync(string number) => app.StoredAsync(db =>
        (from notice in db.Notices join incident in db.Incidents on notice.IncidentId equals incident.Id where incident.Number == number select notice).AsNoTracking().ToListAsync());

    /// <summary>One more handler of what was logged, which fails on one incident with a message that must not reach the log.</summary>
    public abstract class WithAFragileHandler(DatabaseProvider provider) : UseCases(provider)
    {
        private readonly ConcurrentQueue<string> _log = new();

        public string? FailsOn { get; set; }

        public IReadOnlyList<string> Log => [.. _log];

        protected override void Configure(IServiceCollection services)
        {
            services.AddScoped<INotificationHandler<Happened<IncidentLogged>>>(_ => new Fragile(this));
            services.AddLogging(logging => logging.AddProvider(new Kept(_log)).SetMinimumLevel(LogLevel.Error));
        }
    }

    public sealed class FragileOnSqlite() : WithAFragileHandler(DatabaseProvider.Sqlite);

    public sealed class FragileOnPostgreSql() : WithAFragileHandler(DatabaseProvider.PostgreSql);

    public sealed class OnSqlite(FragileOnSqlite app) : OutboxDeliveryTests(app), IClassFixture<FragileOnSqlite>;

    public sealed class OnPostgreSql(FragileOnPostgreSql app) : OutboxDeliveryTests(app), IClassFixture<FragileOnPostgreSql>;

    private sealed class Fragile(WithAFragileHandler app) : INotificationHandler<Happened<IncidentLogged>>
    {
        public Task Handle(Happened<IncidentLogged> notification, CancellationToken cancellationToken) =>
            notification.Event.Number == app.FailsOn ? throw new FormatException("Citlali Ocampo Reyes") : Task.CompletedTask;
    }

    private sealed class Kept(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception) + exception?.Message);

        public void Dispose()
        {
        }
    }
}
