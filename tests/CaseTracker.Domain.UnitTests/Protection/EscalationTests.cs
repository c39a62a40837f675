using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Protection;

public class EscalationTests
{
    private const string ThreatToKill = "0201030201";
    private const string Threat = "0201030101";
    private const string Smear = "CT-STG-1";
    private const string Surveillance = "02010303";
    private const string Assault = "020101";

    private static readonly DateOnly Today = new(2017, 6, 1);

    private static readonly Dictionary<string, string> Groups = new()
    {
        [ThreatToKill] = "CT-GRP-THR",
        ["0201030202"] = "CT-GRP-THR",
        ["0201030203"] = "CT-GRP-THR",
        [Threat] = "CT-GRP-THR",
        [Surveillance] = "CT-GRP-THR",
        [Smear] = "CT-GRP-STG",
        [Assault] = "CT-GRP-TOR",
        ["010101"] = "CT-GRP-KILL",
        ["010109"] = "CT-GRP-KILL",
    };

    [Theory]
    [InlineData(ThreatToKill)]
    [InlineData("0201030202")]
    [InlineData("0201030203")]
    public void A_threat_to_kill_is_enough(string code) => Assert.Equal([SignKind.ThreatToKill], Kinds(Act(1, code, 5, 20)));

    [Fact]
    public void One_other_threat_is_none() => Assert.Empty(Kinds(Act(1, Threat, 5, 20)));

    [Theory]
    [InlineData(90, true)]
    [InlineData(91, false)]
    public void A_second_threat_counts_within_ninety_days(int days, bool counts)
    {
        var second = new DateOnly(2017, 5, 20);

        Assert.Equal(counts, Kinds(Act(1, Threat, second.AddDays(-days)), Act(2, Threat, second)).Contains(SignKind.SecondThreat));
    }

    [Fact]
    public void A_smear_followed_by_a_threat_is_one_and_the_other_way_round_is_none()
    {
        Assert.Equal([SignKind.SmearThenThreat], Kinds(Act(1, Smear, 4, 1), Act(2, Threat, 5, 1)));
        Assert.Empty(Kinds(Act(1, Threat, 4, 1), Act(2, Smear, 5, 1)));
        Assert.Empty(Kinds(Act(1, Smear, 1, 1), Act(2, Threat, 5, 1)));
    }

    [Fact]
    public void Something_graver_in_another_incident_is_one()
    {
        Assert.Equal([SignKind.RisingSeverity], Kinds(Act(1, Surveillance, 4, 1), Act(2, Assault, 5, 1)));
        Assert.Empty(Kinds(Act(1, Assault, 4, 1), Act(2, Surveillance, 5, 1)));
        Assert.Empty(Kinds(Act(1, Surveillance, 5, 1), Act(1, Assault, 5, 2)));
        Assert.Empty(Kinds(Act(1, Assault, 4, 1), Act(2, Assault, 5, 1)));
    }

    [Fact]
    public void Surveillance_is_no_threat() => Assert.Empty(Kinds(Act(1, Surveillance, 4, 1), Act(2, Surveillance, 5, 1)));

    [Fact]
    public void The_same_act_is_not_told_twice() =>
        Assert.Equal([SignKind.ThreatToKill, SignKind.SecondThreat, SignKind.SmearThenThreat], Kinds(Act(1, Smear, 4, 1), Act(2, Threat, 4, 20), Act(3, ThreatToKill, 5, 1)).Order());

    [Fact]
    public void Names_the_acts_that_make_it()
    {
        var (first, second, third) = (Act(1, Threat, 4, 1), Act(2, Threat, 4, 20), Act(3, Threat, 5, 1));

        var sign = Assert.Single(Signs(third, first, second));

        Assert.Equal((third, second), (sign.Last, sign.Before));
    }

    [Fact]
    public void Two_threats_of_one_occasion_are_one_and_of_two_days_are_two()
    {
        Assert.Empty(Kinds(Act(1, Threat, 5, 1), Act(1, Threat, 5, 1, sequence: 2)));
        Assert.Equal([SignKind.SecondThreat], Kinds(Act(1, Threat, 5, 1), Act(1, Threat, 5, 3, sequence: 2)));
        Assert.Equal([SignKind.SecondThreat], Kinds(Act(1, Threat, 5, 1), Act(2, Threat, 5, 1)));
    }

    [Fact]
    public void A_month_is_near_enough_to_ask_and_a_year_is_not()
    {
        Assert.Equal([SignKind.SecondThreat], Kinds(Act(1, Threat, Some.On(2017, 2)), Act(2, Threat, new DateOnly(2017, 5, 20))));
        Assert.Empty(Kinds(Act(1, Threat, Some.On(2017)), Act(2, Threat, new DateOnly(2017, 5, 20))));
        Assert.Empty(Kinds(Act(1, ThreatToKill, PartialDate.Unknown)));
    }

    [Fact]
    public void What_is_older_than_a_year_is_history()
    {
        Assert.Equal([SignKind.ThreatToKill], Kinds(Act(1, ThreatToKill, Today.AddDays(-365))));
        Assert.Empty(Kinds(Act(1, ThreatToKill, Today.AddDays(-366))));
    }

    [Fact]
    public void Of_somebody_who_was_killed_nothing_is_asked()
    {
        Assert.Empty(Kinds(Act(1, ThreatToKill, 4, 1), Act(2, "010101", 5, 1)));
        Assert.NotEmpty(Kinds(Act(1, ThreatToKill, 4, 1), Act(2, "010109", 5, 1)));
    }

    [Fact]
    public void An_assessment_after_the_act_answers_it()
    {
        var sign = Assert.Single(Signs(Act(1, ThreatToKill, 5, 20)));

        Assert.False(sign.IsAnsweredBy(new DateOnly(2017, 5, 19), new DateOnly(2017, 5, 21)));
        Assert.True(sign.IsAnsweredBy(new DateOnly(2017, 5, 20), new DateOnly(2017, 5, 21)));
    }

    [Fact]
    public void Of_an_act_known_to_the_month_the_day_of_logging_is_late_enough()
    {
        var sign = Assert.Single(Signs(Act(1, ThreatToKill, Some.On(2017, 5))));

        Assert.False(sign.IsAnsweredBy(new DateOnly(2017, 5, 9), new DateOnly(2017, 5, 10)));
        Assert.True(sign.IsAnsweredBy(new DateOnly(2017, 5, 10), new DateOnly(2017, 5, 10)));
        Assert.False(sign.IsAnsweredBy(new DateOnly(2017, 5, 10), new DateOnly(2017, 4, 10)));
    }

    [Fact]
    public void The_order_of_gravity_is_the_documented_one()
    {
        string[] rising = [Smear, Surveillance, Threat, ThreatToKill, Assault, "010101"];

        Assert.All(rising.Zip(rising.Skip(1)), pair => Assert.True(ActSeverity.Of(Act(1, pair.First, 1, 1)) < ActSeverity.Of(Act(1, pair.Second, 1, 1)), $"{pair.First} {pair.Second}"));
        Assert.Equal(ActSeverity.Of(Act(1, Threat, 1, 1)), ActSeverity.Of(new SufferedAct(default, 1, "OWN-1", null, Some.On(2017, 1))));
    }

    /// <summary>Rules over random lives: nothing is told of what was not recorded, and what is told is what the rule says.</summary>
    [Fact]
    public void Random_lives_keep_the_rules()
    {
        var random = new Random(20170601);
        string[] codes = [Threat, ThreatToKill, Smear, Surveillance, Assault];
        for (var life = 0; life < 3000; life++)
        {
            var acts = Enumerable.Range(1, random.Next(8)).Select(i => Act(1 + random.Next(4), codes[random.Next(codes.Length)], Today.AddDays(-random.Next(500)), i)).ToList();
            var signs = Escalation.SignsOf(acts, Today);

            Assert.Equal(signs.Count, signs.Select(s => s.Kind).Distinct().Count());
            Assert.All(signs, s => Assert.Contains(s.Last, acts));
            Assert.All(signs.Where(s => s.Before is not null), s => Assert.True(
                acts.Contains(s.Before!) && s.Before!.On.Earliest <= s.Last.On.Earliest && s.Last.On.Earliest!.Value.DayNumber - s.Before.On.Earliest!.Value.DayNumber <= Escalation.WindowDays));
            Assert.Equal(acts.Any(a => ActSeverity.IsThreatToKill(a.Code) && a.On.Latest >= Today.AddDays(-Escalation.CurrentDays)), signs.Any(s => s.Kind == SignKind.ThreatToKill));
        }
    }

    private static IEnumerable<SignKind> Kinds(params SufferedAct[] acts) => Signs(acts).Select(s => s.Kind);

    private static IReadOnlyList<EscalationSign> Signs(params SufferedAct[] acts) => Escalation.SignsOf(acts, Today);

    private static SufferedAct Act(int incident, string code, int month, int day, int sequence = 1) => Act(incident, code, new DateOnly(2017, month, day), sequence);

    private static SufferedAct Act(int incident, string code, DateOnly day, int sequence = 1) => Act(incident, code, PartialDate.OnDay(day), sequence);

    private static SufferedAct Act(int incident, string code, PartialDate on, int sequence = 1) => new(IncidentId.From(new Guid(incident, 0, 0, new byte[8])), sequence, code, Groups[code], on);
}
