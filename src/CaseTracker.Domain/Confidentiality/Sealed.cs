using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseTracker.Domain.Confidentiality;

/// <summary>
/// Something that names or can betray a person. The domain hands it on; only the vault opens it, for a caller who was
/// authorized. It refuses to be rendered, logged, serialised or bound: whoever forgets gets a fault and no name.
/// </summary>
/// <remarks>Fresh from a form it still holds the clear value; stored, it holds an envelope and nothing else.</remarks>
[JsonConverter(typeof(SealedRefusesJson))]
public sealed class Sealed<T>
    where T : notnull
{
    private T? _clear;
    private byte[]? _envelope;

    private Sealed()
    {
    }

    internal bool IsFresh => _envelope is null;

    /// <exception cref="InvalidOperationException">It is in its envelope: only the vault can say what it holds.</exception>
    internal T Clear => _envelope is null ? _clear! : throw new InvalidOperationException("The value is sealed.");

    /// <exception cref="InvalidOperationException">Nobody sealed it: it must not be stored.</exception>
    internal byte[] Envelope => _envelope ?? throw new InvalidOperationException("The value was not sealed.");

    public static Sealed<T> Of(T clear) => new() { _clear = clear };

    internal static Sealed<T> InEnvelope(byte[] envelope) => new() { _envelope = envelope };

    internal void Close(byte[] envelope)
    {
        _envelope = envelope;
        _clear = default;
    }

    /// <exception cref="InvalidOperationException">Always.</exception>
    public override string ToString() => throw new InvalidOperationException("A sealed value cannot be rendered.");
}

public static class Sealing
{
    /// <returns>Null for nothing: that there is no value is no secret.</returns>
    public static Sealed<string>? Of(string? clear) => clear is null ? null : Sealed<string>.Of(clear);
}

public sealed class SealedRefusesJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => true;

    /// <exception cref="NotSupportedException">Always.</exception>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A sealed value cannot be serialised.");
}
