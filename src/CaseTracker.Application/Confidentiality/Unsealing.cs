using CaseTracker.Domain.Confidentiality;

namespace CaseTracker.Application.Confidentiality;

/// <summary>The only way from a key ring to a text, so that what becomes of one that does not open is decided in one place.</summary>
public static class Unsealing
{
    /// <summary>
    /// A text to be shown: where there was nothing there is nothing, and where there was something that is gone stands the word
    /// for it. A change, and what fills a form, gets no word in the place of what was altered: it is refused.
    /// </summary>
    public static string? Show(this IKeyRing ring, SealedField field, KeyOwner owner, string row, Sealed<string>? value)
    {
        try
        {
            return value is null ? null : ring.Open(field, owner, row, value) ?? IncidentKeys.Erased;
        }
        catch (SealBrokenException broken) when (SealsMet.GoesOnWithout(broken))
        {
            return broken.IsKeyMissing ? IncidentKeys.KeyLost : IncidentKeys.Unopenable;
        }
    }

    /// <summary>A text that is only compared with others: one that does not open is like none, and is told of.</summary>
    public static string? Compare(this IKeyRing ring, SealedField field, KeyOwner owner, string row, Sealed<string>? value)
    {
        try
        {
            return ring.Open(field, owner, row, value);
        }
        catch (SealBrokenException broken) when (SealsMet.PassesOver(broken))
        {
            return null;
        }
    }

    /// <summary>A text without which nothing can be answered or replaced.</summary>
    /// <returns>Null for null, and for what was erased.</returns>
    /// <exception cref="SealBrokenException">The value was altered, comes from another place, or has no key.</exception>
    public static string? Need(this IKeyRing ring, SealedField field, KeyOwner owner, string row, Sealed<string>? value) => ring.Open(field, owner, row, value);
}
