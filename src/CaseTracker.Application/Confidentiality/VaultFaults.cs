namespace CaseTracker.Application.Confidentiality;

/// <summary>The vault has no key-encryption key. Nothing sealed can be read or written until the operator gives it one.</summary>
public sealed class VaultLockedException() : Exception("The vault is locked.");

/// <summary>
/// A sealed value does not open where it lies: it was altered, moved from another record, or its key is gone without having
/// been destroyed. Says where, never what.
/// </summary>
/// <param name="place">Table and column.</param>
/// <param name="owner">The record whose key seals it.</param>
public sealed class SealBrokenException(string place, KeyOwner owner) : Exception($"A sealed value of {place} does not open.")
{
    private const string KeyPlace = "WrappedKeys|Blob";

    public string Place => place;

    public KeyOwner Owner => owner;

    /// <summary>Its key is neither there nor destroyed: the key database lost it, or was exchanged for an older one.</summary>
    public bool IsKeyMissing { get; init; }

    /// <summary>The alarm was raised where it was met: what it passes through on its way out need not raise it again.</summary>
    public bool IsReported { get; internal set; }

    /// <summary>The wrapped key itself was altered.</summary>
    public static SealBrokenException OfKey(KeyOwner owner) => new(KeyPlace, owner);

    /// <summary>The key itself is asked for, and is not there.</summary>
    public static SealBrokenException OfMissingKey(KeyOwner owner) => new(KeyPlace, owner) { IsKeyMissing = true };
}
