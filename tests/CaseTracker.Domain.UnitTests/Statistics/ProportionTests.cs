using System.Text.Json;
using CaseTracker.Domain.Statistics;

namespace CaseTracker.Domain.UnitTests.Statistics;

public class ProportionTests
{
    public static TheoryData<string> Cases()
    {
        using var vectors = Vectors();
        return [.. vectors.RootElement.GetProperty("cases").EnumerateArray().Select(c => c.GetRawText())];
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Agrees_with_an_independent_implementation(string vector)
    {
        using var json = JsonDocument.Parse(vector);
        var expected = json.RootElement;
        var confidence = expected.GetProperty("conf_level").GetDouble();
        var proportion = Proportion.Of(expected.GetProperty("x").GetInt32(), expected.GetProperty("n").GetInt32());
        if (proportion is null)
        {
            Assert.Equal(JsonValueKind.Null, expected.GetProperty("estimate").ValueKind);
            return;
        }

        Assert.Equal(expected.GetProperty("estimate").GetDouble(), proportion.Share, 1e-15);
        Near(expected.GetProperty("wilson"), proportion.Wilson(confidence), 1e-10);
        Near(expected.GetProperty("clopper_pearson"), proportion.ClopperPearson(confidence), 1e-8);
    }

    [Fact]
    public void All_vectors_are_there() => Assert.Equal(73, Cases().Count);

    [Fact]
    public void Sixty_per_cent_of_800_women_by_hand()
    {
        // z = 1.96: (0.6 + 0.0024008 ± 0.0340319) / 1.0048020
        var interval = Proportion.Of(480, 800)!.Wilson();

        Assert.Equal(0.5657, interval.Lower, 1e-4);
        Assert.Equal(0.6334, interval.Upper, 1e-4);
    }

    [Fact]
    public void A_share_of_nothing_does_not_exist() => Assert.Null(Proportion.Of(0, 0));

    [Theory]
    [InlineData(0, 10)]
    [InlineData(0, 1_000_000)]
    public void None_closes_the_lower_end(int x, int n)
    {
        Assert.Equal(0, Proportion.Of(x, n)!.Wilson().Lower);
        Assert.Equal(0, Proportion.Of(x, n)!.ClopperPearson().Lower);
        Assert.InRange(Proportion.Of(x, n)!.Wilson().Upper, double.Epsilon, 0.3);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1_000_000)]
    public void All_closes_the_upper_end(int n)
    {
        Assert.Equal(1, Proportion.Of(n, n)!.Wilson().Upper);
        Assert.Equal(1, Proportion.Of(n, n)!.ClopperPearson().Upper);
    }

    [Theory]
    [InlineData(-1, 10)]
    [InlineData(11, 10)]
    [InlineData(0, -1)]
    public void Refuses_counts_that_cannot_be(int x, int n) => Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.Of(x, n));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Refuses_a_confidence_that_is_none(double confidence)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.Of(1, 2)!.Wilson(confidence));
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.Of(1, 2)!.ClopperPearson(confidence));
    }

    private static void Near(JsonElement expected, ShareInterval interval, double tolerance)
    {
        Assert.Equal(expected[0].GetDouble(), interval.Lower, tolerance);
        Assert.Equal(expected[1].GetDouble(), interval.Upper, tolerance);
    }

    private static JsonDocument Vectors() => JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Statistics", "Vectors", "proportions.json")));
}
