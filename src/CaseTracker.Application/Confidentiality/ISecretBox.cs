namespace CaseTracker.Application.Confidentiality;

/// <summary>Seals what the product itself must read again and no person does, such as the key of somebody's authenticator.</summary>
public interface ISecretBox
{
    /// <param name="purpose">What it is and whose, e.g. <c>totp|0198…</c>: opened for anything else, it fails.</param>
    /// <exception cref="VaultLockedException">No key: nothing can be sealed.</exception>
    byte[] Seal(string purpose, ReadOnlySpan<byte> clear);

    /// <exception cref="SealBrokenException">Not sealed here, altered, or sealed for another purpose.</exception>
    /// <exception cref="VaultLockedException">No key: nothing can be opened.</exception>
    byte[] Open(string purpose, ReadOnlySpan<byte> sealedBytes);
}
