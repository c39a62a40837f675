namespace CaseTracker.Application.Jobs;

/// <summary>Work that is done again and again. It claims what it works on in the database, so that it may run on any node.</summary>
public interface IRecurringWork
{
    /// <returns>How many things were done; 0 when there was nothing to do.</returns>
    Task<int> RunAsync(CancellationToken cancellationToken);
}

/// <param name="Name">Stable: the engine's store knows the job by it.</param>
/// <param name="Work">An <see cref="IRecurringWork"/>.</param>
public sealed record RecurringJob(string Name, TimeSpan Every, Type Work)
{
    public static RecurringJob Of<TWork>(string name, TimeSpan every)
        where TWork : IRecurringWork => new(name, every, typeof(TWork));
}

/// <summary>Whatever calls <see cref="JobRunner"/> on time.</summary>
public interface IJobEngine
{
    /// <summary>Every job runs once soon after the start, then at its interval; never twice at the same time on one node.
    /// Called again after the clock was set: plans everything anew from now.</summary>
    Task StartAsync(IReadOnlyList<RecurringJob> jobs, CancellationToken cancellationToken);

    /// <summary>Lets running jobs end.</summary>
    Task StopAsync(CancellationToken cancellationToken);
}
