namespace CaseTracker.Infrastructure.Demonstration;

internal static class DemoSeed
{
    /// <summary>
    /// One seed of two numbers. Their sum would do the same for (11, 0) as for (1, 10), and records would come twice, with
    /// the same ids; here each bit of both turns about half of the bits (the finalizer of SplitMix64).
    /// </summary>
    public static int Of(int seed, int present)
    {
        var mixed = unchecked((((ulong)(uint)seed << 32) | (uint)present) + 0x9E3779B97F4A7C15UL);
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL);
        return unchecked((int)(mixed ^ (mixed >> 31)));
    }

    /// <summary>A version 7 id whose random part comes from the seed, so that the same seed gives the same records.</summary>
    public static Guid IdAt(Random random, DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        var milliseconds = at.ToUnixTimeMilliseconds();
        for (var i = 0; i < 6; i++)
        {
            bytes[i] = (byte)(milliseconds >> (8 * (5 - i)));
        }

        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
