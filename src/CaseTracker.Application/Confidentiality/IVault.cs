using CaseTracker.Domain.Confidentiality;

namespace CaseTracker.Application.Confidentiality;

/// <summary>The only way to what is sealed. Ask it for what the actor may see: it opens whatever it is given.</summary>
public interface IVault
{
    /// <summary>Fetches the data keys of these records, all in one trip.</summary>
    /// <exception cref="VaultLockedException">There is no key-encryption key.</exception>
    Task<IKeyRing> FetchAsync(IEnumerable<KeyOwner> owners, CancellationToken cancellationToken);
}

/// <summary>Data keys of some records, for one piece of work.</summary>
public interface IKeyRing
{
    /// <summary>The record's key was destroyed for good: what it sealed is gone.</summary>
    bool IsErased(KeyOwner owner);

    /// <summary>Called by <see cref="Unsealing"/> alone.</summary>
    /// <returns>Null for null, and for what was erased.</returns>
    /// <exception cref="SealBrokenException">The value was altered, comes from another place, or has no key.</exception>
    string? Open(SealedField field, KeyOwner owner, string row, Sealed<string>? value);
}
