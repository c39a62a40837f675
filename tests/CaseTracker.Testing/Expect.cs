using Xunit;

namespace CaseTracker.Testing;

public static class Expect
{
    /// <summary>Fails with every line: a rule that is broken in ten places is mended in one go.</summary>
    public static void None(IEnumerable<string?> broken)
    {
        var lines = broken.ToList();
        Assert.True(lines.Count == 0, $"{lines.Count} broken:\n" + string.Join('\n', lines));
    }
}
