using CaseTracker.Application.Jobs;
using CaseTracker.Infrastructure.Hosting;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace CaseTracker.Infrastructure.Jobs;

/// <summary>
/// Quartz in this process, its schedule in the product's own database. On a networked database the nodes form a cluster, so
/// that a job runs on one of them and moves on when that one stops.
/// </summary>
internal sealed class QuartzJobs(ISchedulerFactory schedulers) : IJobEngine
{
    private const string Group = "casetracker";

    private IScheduler? _scheduler;

    public static void Configure(IServiceCollection services, DatabaseOptions database) => services.AddQuartz(quartz =>
    {
        quartz.ConfigureScheduler(s =>
        {
            s.InstanceName = "CaseTracker";
            s.GenerateInstanceId = true;
        });
        quartz.UseDefaultThreadPool(4);
        quartz.UsePersistentStore(store =>
        {
            store.ProvisionSchema();
            switch (database.Provider)
            {
                case DatabaseProvider.Sqlite:
                    store.UseSqlite(SqliteFactory.Instance, new SqliteConnectionStringBuilder(database.ConnectionString) { DefaultTimeout = 30 }.ToString());
                    break;
                case DatabaseProvider.PostgreSql:
                    store.UsePostgres(NpgsqlFactory.Instance, database.ConnectionString);
                    store.UseClustering();
                    break;
                default:
                    store.UseSqlServer(SqlClientFactory.Instance, database.ConnectionString);
                    store.UseClustering();
                    break;
            }
        });
    });

    public async Task StartAsync(IReadOnlyList<RecurringJob> jobs, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        _scheduler = scheduler;
        foreach (var job in jobs)
        {
            var detail = JobBuilder.Create<RecurringWorkJob>().WithIdentity(job.Name, Group).Build();
            var trigger = TriggerBuilder.Create()
                .WithIdentity(job.Name, Group)
                .StartNow()
                .WithSimpleSchedule(s => s.WithInterval(job.Every).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount))
                .Build();
            await scheduler.ScheduleJob(detail, [trigger], ScheduleJobOptions.Replacing, cancellationToken);
        }

        await scheduler.Start(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_scheduler is { } scheduler)
        {
            await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
        }
    }
}

[DisallowConcurrentExecution]
internal sealed class RecurringWorkJob(JobRunner runner) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await runner.RunAsync(context.JobDetail.Key.Name, cancellationToken);
}
