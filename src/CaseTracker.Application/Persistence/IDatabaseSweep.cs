namespace CaseTracker.Application.Persistence;

/// <summary>Takes out of the database's own files what use cases have deleted from its tables.</summary>
public interface IDatabaseSweep
{
    /// <summary>Moves the write-ahead log into the database and cuts it to nothing. Outside any transaction. Other servers keep logs of their own; see infra/backup.md.</summary>
    /// <exception cref="LogNotEmptiedException">Somebody was reading all the time: call again.</exception>
    Task EmptyLogAsync(CancellationToken cancellationToken);
}

/// <summary>The write-ahead log of a database could not be emptied now, because somebody else is reading.</summary>
public sealed class LogNotEmptiedException() : Exception("The write-ahead log is in use and could not be emptied.");
