using System.Text;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Domain.Confidentiality;

namespace CaseTracker.Infrastructure.Confidentiality;

internal sealed class KeyRing(Dictionary<KeyOwner, byte[]> keys, HashSet<KeyOwner> erased, HashSet<KeyOwner> altered) : IKeyRing
{
    public bool IsErased(KeyOwner owner) => erased.Contains(owner);

    public string? Open(SealedField field, KeyOwner owner, string row, Sealed<string>? value)
    {
        if (value is null || IsErased(owner))
        {
            return null;
        }

        if (value.IsFresh)
        {
            return value.Clear;
        }

        return Envelope.Open(KeyOf(field, owner), $"{field}|{row}", value.Envelope) is { } clear
            ? Encoding.UTF8.GetString(clear)
            : throw new SealBrokenException(field.ToString(), owner);
    }

    /// <exception cref="SealBrokenException">The record's key was destroyed, or is lost: nothing can be added to it.</exception>
    public void Close(SealedField field, KeyOwner owner, string row, Sealed<string> value)
    {
        var key = IsErased(owner) ? throw new SealBrokenException(field.ToString(), owner) : KeyOf(field, owner);
        value.Close(Envelope.Seal(key, $"{field}|{row}", Encoding.UTF8.GetBytes(value.Clear)));
    }

    private byte[] KeyOf(SealedField field, KeyOwner owner) =>
        keys.TryGetValue(owner, out var key) ? key
        : throw (altered.Contains(owner) ? SealBrokenException.OfKey(owner) : new SealBrokenException(field.ToString(), owner) { IsKeyMissing = true });
}
