using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CaseTracker.Domain.Access;

/// <summary>Codes of authenticator apps: RFC 6238 with what every app assumes (SHA-1, 30 seconds, six digits).</summary>
public static class OneTimeCode
{
    /// <summary>Bytes: as long as the hash, as RFC 4226 section 4 asks.</summary>
    public const int KeyLength = 20;

    public const int Digits = 6;

    /// <summary>How many steps a telephone's clock may be off, either way.</summary>
    private const int Drift = 1;

    private const int SecondsInStep = 30;
    private const int Modulus = 1_000_000;

    public static long StepAt(DateTimeOffset at) => at.ToUnixTimeSeconds() / SecondsInStep;

    public static string At(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0x0F)..]) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <returns>The step whose code it is, to be kept so that it is never taken again; null if it is none of now.</returns>
    public static long? StepOf(string? code, ReadOnlySpan<byte> key, DateTimeOffset at)
    {
        var typed = new string([.. (code ?? "").Where(c => !char.IsWhiteSpace(c))]);
        if (typed.Length != Digits || !typed.All(char.IsAsciiDigit))
        {
            return null;
        }

        long? found = null;
        for (var step = StepAt(at) - Drift; step <= StepAt(at) + Drift; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(At(key, step)), Encoding.ASCII.GetBytes(typed)))
            {
                found = step;
            }
        }

        return found;
    }
}
