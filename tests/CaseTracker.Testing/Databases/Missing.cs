using Xunit;

namespace CaseTracker.Testing.Databases;

/// <summary>What a test needs and this machine may lack. Skipped loudly here, and a failure where everything must be there (CI).</summary>
public static class Missing
{
    public const string RequireAll = "CASETRACKER_REQUIRE_ALL";

    /// <param name="reason">What is missing and how to get it; null when nothing is.</param>
    /// <exception cref="SkipException">Something is missing, and this machine may lack it.</exception>
    /// <exception cref="InvalidOperationException">Something is missing where nothing may be.</exception>
    public static void SkipIf(string? reason)
    {
        if (reason is not null && Environment.GetEnvironmentVariable(RequireAll) == "1")
        {
            throw new InvalidOperationException($"{RequireAll}=1, and {reason}");
        }

        Skip.If(reason is not null, reason ?? "");
    }
}
