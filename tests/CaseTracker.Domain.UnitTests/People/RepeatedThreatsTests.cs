using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.People;

public class RepeatedThreatsTests
{
    private const string DeathThreat = "0201030201";
    private const string OtherThreat = "0201030103";
    private const string Stalking = "02010304";

    private static readonly PartialDate March = PartialDate.OnDay(new DateOnly(2016, 3, 1));

    [Theory]
    [InlineData(1, Repetition.Certain)]
    [InlineData(90, Repetition.Certain)]
    [InlineData(91, Repetition.None)]
    public void A_threat_is_repeated_within_ninety_days_of_another(int days, Repetition repeated) =>
        Assert.Equal([Repetition.None, repeated], Among((DeathThreat, March), (OtherThreat, PartialDate.OnDay(new DateOnly(2016, 3, 1).AddDays(days)))));

    [Fact]
    public void Two_threats_of_one_day_are_one_and_one_more_unless_they_are_of_one_occasion()
    {
        Assert.Equal([Repetition.None, Repetition.Certain], Among((DeathThreat, March), (OtherThreat, March)));
        Assert.Equal([Repetition.None, Repetition.None], RepeatedThreats.Among([new(Some.Incident, 1, DeathThreat, null, March), new(Some.Incident, 2, OtherThreat, null, March)]));
    }

    [Fact]
    public void Stalking_is_no_threat() => Assert.Equal([Repetition.None, Repetition.None], Among((DeathThreat, March), (Stalking, March)));

    [Fact]
    public void Dates_known_to_the_year_claim_nothing()
    {
        var year = Some.On(2016);

        Assert.Equal([Repetition.None, Repetition.None], Among((DeathThreat, year), (DeathThreat, year)));
        Assert.Equal([Repetition.None, Repetition.None], Among((DeathThreat, PartialDate.Unknown), (DeathThreat, March)));
    }

    [Fact]
    public void Dates_that_leave_a_doubt_say_perhaps()
    {
        Assert.Equal([Repetition.None, Repetition.Certain], Among((DeathThreat, March), (DeathThreat, Some.On(2016, 4))));
        Assert.Equal([Repetition.None, Repetition.Perhaps], Among((DeathThreat, March), (DeathThreat, Some.On(2016, 5))));
        Assert.Equal([Repetition.None, Repetition.Perhaps], Among((DeathThreat, Some.On(2016, 3)), (DeathThreat, Some.On(2016, 3))));
        Assert.Equal([Repetition.None, Repetition.Perhaps], Among((DeathThreat, PartialDate.OnDay(new DateOnly(2016, 3, 1), approximate: true)), (DeathThreat, Some.On(2016, 3, 20))));
    }

    /// <summary>One rule: whoever is shown a sign of a second threat is shown a repeated threat, and the other way round.</summary>
    [Theory]
    [InlineData(2016, 11, null, 2016, 12, null)]
    [InlineData(2016, 11, null, 2016, 11, null)]
    [InlineData(2016, 8, 1, 2016, 11, null)]
    [InlineData(2016, 11, 1, 2016, 11, 1)]
    [InlineData(2016, 6, 1, 2016, 12, 1)]
    [InlineData(2016, null, null, 2016, 12, 1)]
    public void The_page_of_a_person_and_the_sign_of_a_second_threat_agree(int year, int? month, int? day, int laterYear, int? laterMonth, int? laterDay)
    {
        var acts = Acts((DeathThreat, Some.On(year, month, day)), (OtherThreat, Some.On(laterYear, laterMonth, laterDay)));

        Assert.Equal(
            Escalation.SignsOf(acts, Some.Today).Any(s => s.Kind == SignKind.SecondThreat),
            RepeatedThreats.Among(acts).Any(r => r != Repetition.None));
    }

    private static IReadOnlyList<Repetition> Among(params (string Code, PartialDate On)[] acts) => RepeatedThreats.Among(Acts(acts));

    /// <summary>Each of an incident of its own.</summary>
    private static IReadOnlyList<SufferedAct> Acts(params (string Code, PartialDate On)[] acts) =>
        [.. acts.Select((a, i) => new SufferedAct(IncidentId.From(new Guid($"00000000-0000-7000-8000-00000000010{i}")), 1, a.Code, null, a.On))];
}
