namespace CaseTracker.Application.Persistence;

/// <summary>Brings the database to this version and its lists into memory; for the host's start and the command line.</summary>
public interface IDatabaseSetup
{
    /// <summary>Name of the database product, as in the configuration.</summary>
    string Provider { get; }

    bool MigratesOnStart { get; }

    /// <summary>Holds what is not in the database: keys, and with SQLite the database itself.</summary>
    string DataDirectory { get; }

    Task MigrateAsync(CancellationToken cancellationToken = default);

    Task<bool> IsCurrentAsync(CancellationToken cancellationToken = default);

    /// <summary>True if the database was made by a version whose steps this one does not have: a later one, or a trial version before the first release.</summary>
    Task<bool> IsOfUnknownVersionAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists, places and reference context as shipped; idempotent.</summary>
    Task SeedAsync(CancellationToken cancellationToken = default);

    /// <summary>The lists into memory, the keys of the trail, and the vault's: once, before anything is answered. A passphrase is asked for here.</summary>
    Task LoadAsync(CancellationToken cancellationToken = default);

    /// <summary>The lists alone, again, after they changed.</summary>
    Task LoadListsAsync(CancellationToken cancellationToken = default);
}
