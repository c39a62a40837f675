namespace CaseTracker.Application.Confidentiality;

/// <summary>The vault as the host and the operator meet it.</summary>
public interface IVaultDoor
{
    /// <summary>No key-encryption key, or not the right one: nothing sealed is read or written.</summary>
    bool IsLocked { get; }

    /// <summary>The key was made by CaseTracker and lies in the data folder: who takes the folder takes both.</summary>
    bool KeyLiesBesideTheData { get; }

    /// <summary>What is left for the operator to do once a new key has taken over, in a sentence.</summary>
    string AfterRotation { get; }

    /// <param name="anythingSealed">The database holds sealed values: a missing key is never replaced by a new one.</param>
    /// <exception cref="InvalidOperationException">There is a key that cannot be used; the message says why.</exception>
    Task OpenAsync(bool anythingSealed, CancellationToken cancellationToken);

    /// <summary>Puts a new key-encryption key in the place of the old one. Killed half way, it goes on when called again.</summary>
    /// <exception cref="VaultLockedException">The old key is not there.</exception>
    /// <exception cref="InvalidOperationException">There is no new key, or it cannot be used; the message says why.</exception>
    Task<Rotation> RotateAsync(IProgress<int> progress, CancellationToken cancellationToken);
}

/// <param name="Keys">How many data keys were wrapped anew.</param>
/// <param name="Altered">Whose wrapped key does not open. It was passed over and kept as it is.</param>
public sealed record Rotation(int Keys, IReadOnlyCollection<KeyOwner> Altered);

/// <summary>Makes what is sealed unreadable for good, here and in every copy whose keys are kept elsewhere.</summary>
public interface IKeyShredder
{
    /// <summary>
    /// Destroys the data keys of these records. What they sealed cannot be read any more, by anybody; another process that
    /// has one in memory forgets it within a minute. Done again, it does no harm.
    /// </summary>
    /// <exception cref="Persistence.LogNotEmptiedException">The keys are destroyed, but still lie in the write-ahead log: call again.</exception>
    Task DestroyAsync(IReadOnlyCollection<KeyOwner> owners, CancellationToken cancellationToken);

    /// <returns>Those of them that have a key.</returns>
    Task<IReadOnlyCollection<KeyOwner>> StandingAsync(IReadOnlyCollection<KeyOwner> owners, CancellationToken cancellationToken);

    /// <summary>Whose keys of this kind were ever destroyed here, and when.</summary>
    Task<IReadOnlyDictionary<Guid, DateTimeOffset>> DestroyedAsync(KeyKind kind, CancellationToken cancellationToken);
}

/// <summary>Turns words into numbers that say nothing without the key, so that what is sealed can be found again.</summary>
public interface IBlindIndex
{
    /// <summary>16 bits: several names share a number, so that counting numbers does not count names. What it finds is checked after opening.</summary>
    int OfName(string token);

    /// <summary>64 bits of a stem from a narrative, a title or a place.</summary>
    long OfWord(string stem);
}
