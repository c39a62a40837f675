using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Domain.UnitTests.Campaigns;

public sealed class CampaignAftermathTests
{
    private static readonly PartialDate FirstSeen = Some.On(2016, 3, 10);

    [Fact]
    public void Threats_attacks_and_criminalization_follow_in_the_order_of_time()
    {
        var followed = Of(Act("CRM", Some.On(2016, 6)), Act("THR", Some.On(2016, 3, 12)), Act("KILL", Some.On(2016, 5, 1)));

        Assert.Equal([AftermathClass.Threat, AftermathClass.Attack, AftermathClass.Criminalization], followed.Select(f => f.Class));
        Assert.All(followed, f => Assert.True(f.IsCertain));
    }

    [Theory]
    [InlineData("02010303")]
    [InlineData("02010304")]
    public void Being_watched_or_followed_is_called_by_its_own_name_and_no_threat(string act) =>
        Assert.Equal(AftermathClass.Surveillance, Assert.Single(Of(Act(act, Some.On(2016, 4)))).Class);

    [Fact]
    public void The_campaign_itself_and_what_was_before_it_did_not_follow() =>
        Assert.Empty(Of(Act("STG", Some.On(2016, 4)), Act("THR", Some.On(2016, 3, 9)), Act("THR", Some.On(2015)), Act("THR", PartialDate.Unknown)));

    [Fact]
    public void What_may_have_been_before_is_shown_and_said_to_be_uncertain()
    {
        Assert.False(Assert.Single(Of(Act("THR", Some.On(2016, 3)))).IsCertain);
        Assert.False(Assert.Single(Of(Act("THR", FirstSeen))).IsCertain);
    }

    [Fact]
    public void Somebody_elses_harm_in_another_incident_does_not_count() =>
        Assert.Empty(Of(Act("THR", Some.On(2016, 4)) with { IsMember = false, SharesVictim = false }));

    [Fact]
    public void Nothing_follows_what_has_no_date() => Assert.Empty(CampaignAftermath.Of(PartialDate.Unknown, [Act("THR", Some.On(2016, 4))], Grouped.Instance));

    private static IReadOnlyList<Followed> Of(params ActSeen[] acts) => CampaignAftermath.Of(FirstSeen, acts, Grouped.Instance);

    private static ActSeen Act(string code, PartialDate on) => new("CT-2016-00001", code, on, IsMember: true, SharesVictim: false);

    /// <summary>One act of each group, named after it, and two that are not like the rest of theirs.</summary>
    private sealed class Grouped : ITerms
    {
        public static readonly Grouped Instance = new();

        public Term? Find(string list, string? code) => All(list).SingleOrDefault(t => t.Code == code);

        public IReadOnlyList<Term> All(string list) =>
            [.. new[] { "THR", "KILL", "CRM", "STG" }.Select(code => Term.Shipped(list, code, $"CT-GRP-{code}", "other", code, code, "test", null, 1)),
             .. new[] { "02010303", "02010304" }.Select(code => Term.Shipped(list, code, "CT-GRP-THR", "other", code, code, "test", null, 1))];
    }
}
