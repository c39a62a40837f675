namespace CaseTracker.Application.Confidentiality;

/// <summary>The vault has no key-encryption key. Nothing sealed can be read or written until the operator gives it one.</summary>
public sealed class VaultLockedException() : Exception("The vault is locked.");

/// <summary>
/// A sealed value does not open where it lies: it was altered, moved from another record, or its key is gone without having
/// been destroyed. Says where, never what.
/// </summary>
/// <param name="place">Table and column.</param>
/// <param name="owner">Id of the record whose key seals it.</param>
public sealed class SealBrokenException(string place, string owner) : Exception($"A sealed value of {place} does not open.")
{
    public string Place => place;

    public string Owner => owner;
}
