using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Campaigns;

public sealed class CampaignSuggestionTests
{
    private const int Days = 60;

    private static readonly PersonId Victim = PersonId.New(Some.Now);

    private static readonly CampaignPattern Campaign = new(["CT-NAR-1", "CT-NAR-2"], ["El Tecolote Bermejo"], new HashSet<PersonId> { Victim }, Some.On(2016, 3, 10), new DateOnly(2016, 4, 20));

    private static readonly IncidentPattern Nothing = new([], [], new HashSet<PersonId>(), Some.On(2016, 4, 1));

    [Fact]
    public void A_shared_narrative_close_in_time_is_a_reason() =>
        Assert.Equal(
            [(BelongingReasonKind.SameNarrative, "CT-NAR-2", 0), (BelongingReasonKind.CloseInTime, "", Days)],
            Reasons(Nothing with { Narratives = ["CT-NAR-2", "CT-NAR-5"] }).Select(r => (r.Kind, string.Join(' ', r.Codes ?? []), r.Count)));

    [Theory]
    [InlineData("El Tecolote Bermejo", true)]
    [InlineData("portada de EL TECOLOTE BERMÉJO, edición del lunes", true)]
    [InlineData("Tecolote", false)]
    [InlineData("La Brújula de Barro", false)]
    public void An_outlet_is_the_same_when_all_words_of_its_name_are_there(string words, bool same) =>
        Assert.Equal(same, Reasons(Nothing with { Outlets = [words] }).Any(r => r.Kind == BelongingReasonKind.SameOutlet && r.Outlets![0] == "El Tecolote Bermejo"));

    [Fact]
    public void Shared_victims_are_counted() =>
        Assert.Equal(1, Reasons(Nothing with { Victims = new HashSet<PersonId> { Victim, PersonId.New(Some.Now) } }).Single(r => r.Kind == BelongingReasonKind.SameVictims).Count);

    [Fact]
    public void Being_close_in_time_alone_is_no_reason() => Assert.Empty(Reasons(Nothing));

    [Theory]
    [InlineData(2016, 1, 9, 0)]
    [InlineData(2016, 1, 10, 2)]
    [InlineData(2016, 6, 19, 2)]
    [InlineData(2016, 6, 20, 0)]
    public void Counts_the_days_before_the_first_and_after_the_last(int year, int month, int day, int reasons) =>
        Assert.Equal(reasons, Reasons(Nothing with { Narratives = ["CT-NAR-1"], On = Some.On(year, month, day) }).Count);

    [Fact]
    public void A_date_that_is_not_exact_may_be_close_and_an_unknown_one_is_not()
    {
        Assert.Equal(BelongingReasonKind.MayBeCloseInTime, Reasons(Nothing with { Narratives = ["CT-NAR-1"], On = Some.On(2016) })[^1].Kind);
        Assert.Empty(Reasons(Nothing with { Narratives = ["CT-NAR-1"], On = PartialDate.Unknown }));
    }

    [Fact]
    public void A_campaign_of_which_nothing_is_dated_is_close_to_nothing()
    {
        Assert.Null((Campaign with { FirstSeen = PartialDate.Unknown, LastDay = null }).Period(Days));
        Assert.Empty(CampaignSuggestion.Reasons(Campaign with { FirstSeen = PartialDate.Unknown, LastDay = null }, Nothing with { Narratives = ["CT-NAR-1"] }, Days));
    }

    private static IReadOnlyList<BelongingReason> Reasons(IncidentPattern incident) => CampaignSuggestion.Reasons(Campaign, incident, Days);
}
