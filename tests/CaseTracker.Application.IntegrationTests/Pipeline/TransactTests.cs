using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Pipeline;

/// <summary>The change, its trace and its event are one write.</summary>
public abstract class TransactTests(UseCases app, FailingTrail failing)
{
    [SkippableFact]
    public async Task Stores_nothing_when_the_trace_cannot_be_written()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        failing.Fails = true;
        await Assert.ThrowsAsync<IOException>(() => app.SendAsync(worker, AnIncident()));
        failing.Fails = false;

        Assert.Equal((0, 0, 0, 0), (await app.CountAsync("Incidents"), await app.CountAsync("PersonIdentities"), await app.CountAsync("Outbox"), await app.CountAsync("Trail", "\"ActorId\" IS NOT NULL")));

        // The number that the failed one had taken is given to the next: no gap.
        Assert.Equal("CT-2026-00001", (await app.SendAsync(worker, AnIncident())).Value);
    }

    public sealed class OnSqlite(OnSqlite.App app) : TransactTests(app, app.Trail), IClassFixture<OnSqlite.App>
    {
        public sealed class App : UseCasesOnSqlite
        {
            public FailingTrail Trail { get; } = new();

            protected override void Configure(IServiceCollection services) => Trail.Wrap(services);
        }
    }

    public sealed class OnPostgreSql(OnPostgreSql.App app) : TransactTests(app, app.Trail), IClassFixture<OnPostgreSql.App>
    {
        public sealed class App : UseCasesOnPostgreSql
        {
            public FailingTrail Trail { get; } = new();

            protected override void Configure(IServiceCollection services) => Trail.Wrap(services);
        }
    }
}

/// <summary>A unit of work whose disk is full when the trace is written, after everything else went through.</summary>
public sealed class FailingTrail
{
    public bool Fails { get; set; }

    public void Wrap(IServiceCollection services)
    {
        var real = services.Single(s => s.ServiceType == typeof(IUnitOfWork));
        services.Replace(ServiceDescriptor.Scoped<IUnitOfWork>(provider =>
            new Work((IUnitOfWork)ActivatorUtilities.CreateInstance(provider, real.ImplementationType!), this)));
    }

    private sealed class Work(IUnitOfWork inner, FailingTrail trail) : IUnitOfWork
    {
        public DateTimeOffset Now => inner.Now;

        public Task<ITransaction> BeginAsync(CancellationToken cancellationToken) => inner.BeginAsync(cancellationToken);

        public async Task SaveAsync(CancellationToken cancellationToken)
        {
            await inner.SaveAsync(cancellationToken);
            if (trail.Fails)
            {
                throw new IOException("No space left on device");
            }
        }

        public void Append(AuditEntry entry) => inner.Append(entry);

        public void Forget() => inner.Forget();
    }
}
