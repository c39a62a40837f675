using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.UnitTests.Builders;

internal static class Refused
{
    public static IEnumerable<string> Codes(this Result result) => result.Refusals.Select(r => r.Code);

    public static IEnumerable<string> Codes<T>(this Result<T> result) => result.Refusals.Select(r => r.Code);

    /// <summary>Refused for this reason and no other: a test must not pass because of something it does not speak of.</summary>
    public static void With(Refusal expected, Result result) => Same(expected, result.Refusals);

    public static void With<T>(Refusal expected, Result<T> result) => Same(expected, result.Refusals);

    private static void Same(Refusal expected, IReadOnlyList<Refusal> refusals)
    {
        var refusal = Assert.Single(refusals);
        Assert.Equal((expected.Code, expected.Kind), (refusal.Code, refusal.Kind));
        if (expected.Field is not null)
        {
            Assert.Equal(expected.Field, refusal.Field);
        }
    }
}
