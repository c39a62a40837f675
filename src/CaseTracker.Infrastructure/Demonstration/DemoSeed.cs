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
}
