using CaseTracker.Application;
using CaseTracker.Application.Jobs;
using CaseTracker.Infrastructure;
using CaseTracker.Infrastructure.Hosting;
using CaseTracker.Testing.Databases;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CaseTracker.FaultTests.Jobs;

/// <summary>The real engine in a real host, on a database that it shares with the product.</summary>
public abstract class QuartzJobsTests(DatabaseProvider provider) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        try
        {
            _database = await TestDatabase.CreateAsync(provider);
        }
        catch (SkipException)
        {
            // Each test skips itself below: thrown here it would count as a failure.
        }
    }

    public async Task DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    [SkippableFact]
    public async Task Runs_jobs_again_and_again_and_after_a_restart_too()
    {
        Skip.If(_database is null, "No server for this provider on this machine.");
        await RunsAsync(turns: 3);
        await RunsAsync(turns: 2);
    }

    private async Task RunsAsync(int turns)
    {
        var counter = new Counter();
        using var host = Host(counter);
        await host.StartAsync();
        await counter.WaitForAsync(turns).WaitAsync(Patience);
        await host.StopAsync();
        var atStop = counter.Turns;
        Assert.False(counter.Overlapped);
        Assert.Equal(atStop, counter.Turns);
    }

    private IHost Host(Counter counter)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(_database.Settings);
        builder.Services.AddLogging();
        builder.Services.AddApplication().AddInfrastructure(builder.Configuration);
        builder.Services.AddSingleton(counter).AddScoped<Counting>();
        builder.Services.AddSingleton(RecurringJob.Of<Counting>("count", TimeSpan.FromSeconds(1)));
        return builder.Build();
    }

    public sealed class OnSqlite() : QuartzJobsTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : QuartzJobsTests(DatabaseProvider.PostgreSql);

    private sealed class Counting(Counter counter) : IRecurringWork
    {
        public async Task<int> RunAsync(CancellationToken cancellationToken)
        {
            using (counter.Begin())
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }

            return 1;
        }
    }

    private sealed class Counter
    {
        private readonly SemaphoreSlim _ended = new(0);
        private int _running;
        private int _turns;

        public int Turns => Volatile.Read(ref _turns);

        public bool Overlapped { get; private set; }

        public IDisposable Begin()
        {
            Overlapped |= Interlocked.Increment(ref _running) > 1;
            return new Turn(this);
        }

        public async Task WaitForAsync(int turns)
        {
            for (var i = 0; i < turns; i++)
            {
                await _ended.WaitAsync();
            }
        }

        private sealed class Turn(Counter counter) : IDisposable
        {
            public void Dispose()
            {
                Interlocked.Decrement(ref counter._running);
                Interlocked.Increment(ref counter._turns);
                counter._ended.Release();
            }
        }
    }
}
