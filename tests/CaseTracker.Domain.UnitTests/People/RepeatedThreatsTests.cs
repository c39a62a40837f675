using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.UnitTests.People;

public class RepeatedThreatsTests
{
    private const string DeathThreat = "0201030201";
    private const string OtherThreat = "0201030103";
    private const string Stalking = "02010304";

    private static readonly PartialDate March = PartialDate.OnDay(new DateOnly(2016, 3, 1));

    [Theory]
    [InlineData(1, true)]
    [InlineData(90, true)]
    [InlineData(91, false)]
    public void A_threat_is_repeated_within_ninety_days_of_another(int days, bool repeated) =>
        Assert.Equal([false, repeated], RepeatedThreats.Among([(DeathThreat, March), (OtherThreat, PartialDate.OnDay(new DateOnly(2016, 3, 1).AddDays(days)))]));

    [Fact]
    public void Two_threats_of_one_day_are_one_and_one_more() => Assert.Equal([false, true], RepeatedThreats.Among([(DeathThreat, March), (OtherThreat, March)]));

    [Fact]
    public void Stalking_is_no_threat() => Assert.Equal([false, false], RepeatedThreats.Among([(DeathThreat, March), (Stalking, March)]));

    [Fact]
    public void Dates_that_leave_a_doubt_claim_nothing()
    {
        var year = PartialDate.Create(2016, null, null).Value;
        var april = PartialDate.Create(2016, 4, null).Value;

        Assert.Equal([false, false], RepeatedThreats.Among([(DeathThreat, year), (DeathThreat, year)]));
        Assert.Equal([false, false], RepeatedThreats.Among([(DeathThreat, PartialDate.Unknown), (DeathThreat, March)]));
        Assert.Equal([false, true], RepeatedThreats.Among([(DeathThreat, March), (DeathThreat, april)]));
    }
}
