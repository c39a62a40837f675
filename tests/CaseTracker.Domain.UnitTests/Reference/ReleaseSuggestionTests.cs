using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Reference;

public class ReleaseSuggestionTests
{
    [Fact]
    public void A_smear_in_Mexico_in_early_2016_is_what_the_first_release_speaks_of()
    {
        var smear = Incident(Some.On(2016, 2, 10), ["CT-STG-1"], ["CT-NAR-1", "CT-NAR-6"]);

        Assert.Equal(
            [
                new(SuggestionReasonKind.SameCountry, "MX"),
                new(SuggestionReasonKind.DateInPeriod),
                new(SuggestionReasonKind.SharedAct, "CT-STG-1"),
                new(SuggestionReasonKind.SharedNarrative, "CT-NAR-1"),
            ],
            Reasons(SampleReleases.Stigmatization, smear));
        Assert.Empty(Reasons(SampleReleases.Impunity, smear));
    }

    [Fact]
    public void A_killing_in_Guerrero_in_2017_is_what_the_second_release_speaks_of()
    {
        var killing = Incident(Some.On(2017, 5), ["010101"], []);

        Assert.Equal(
            [
                new(SuggestionReasonKind.SameCountry, "MX"),
                new(SuggestionReasonKind.StateNamed, "MX-GRO"),
                new(SuggestionReasonKind.DateInPeriod),
                new(SuggestionReasonKind.SharedAct, "010101"),
            ],
            Reasons(SampleReleases.Impunity, killing));
        Assert.Empty(Reasons(SampleReleases.Stigmatization, killing));
    }

    [Fact]
    public void A_death_threat_and_a_smear_together_bear_on_both()
    {
        var both = Incident(Some.On(2016, 3, 4), ["CT-STG-1", "0201030201"], []);

        Assert.NotEmpty(Reasons(SampleReleases.Stigmatization, both));
        Assert.NotEmpty(Reasons(SampleReleases.Impunity, both));
    }

    [Fact]
    public void Another_state_weakens_nothing_for_the_findings_concern_the_country()
    {
        var elsewhere = Reasons(SampleReleases.Impunity, Incident(Some.On(2017, 5), ["010101"], []) with { State = "MX-VER" });

        Assert.NotEmpty(elsewhere);
        Assert.DoesNotContain(elsewhere, r => r.Kind == SuggestionReasonKind.StateNamed);
    }

    [Fact]
    public void Another_act_of_the_same_group_is_a_reason_and_is_called_so() =>
        Assert.Contains(
            new SuggestionReason(SuggestionReasonKind.SharedActGroup, "CT-GRP-STG"),
            Reasons(SampleReleases.Stigmatization, Incident(Some.On(2016, 2, 10), ["CT-STG-3"], [])));

    [Fact]
    public void A_group_is_not_told_again_when_an_act_of_it_is_shared() =>
        Assert.DoesNotContain(
            Reasons(SampleReleases.Stigmatization, Incident(Some.On(2016, 2, 10), ["CT-STG-1", "CT-STG-3"], [])),
            r => r.Kind == SuggestionReasonKind.SharedActGroup);

    [Fact]
    public void A_shared_narrative_is_enough_when_the_act_is_another() =>
        Assert.Contains(
            new SuggestionReason(SuggestionReasonKind.SharedNarrative, "CT-NAR-7"),
            Reasons(SampleReleases.Stigmatization, Incident(Some.On(2016, 2, 10), ["050104"], ["CT-NAR-7"])));

    [Fact]
    public void A_year_that_reaches_beyond_the_period_may_lie_in_it() =>
        Assert.Contains(new(SuggestionReasonKind.DateMayBeInPeriod), Reasons(SampleReleases.Stigmatization, Incident(Some.On(2016), ["CT-STG-1"], [])));

    [Fact]
    public void An_approximate_day_may_lie_in_it_and_no_more() =>
        Assert.Contains(
            new(SuggestionReasonKind.DateMayBeInPeriod),
            Reasons(SampleReleases.Stigmatization, Incident(PartialDate.OnDay(new DateOnly(2016, 2, 10), approximate: true), ["CT-STG-1"], [])));

    [Fact]
    public void What_began_before_the_period_and_went_on_into_it_overlaps() =>
        Assert.Contains(
            new(SuggestionReasonKind.DateMayBeInPeriod),
            Reasons(SampleReleases.Stigmatization, Incident(Some.On(2015, 12), ["CT-STG-1"], []) with { LastDay = new DateOnly(2016, 2, 29) }));

    [Theory]
    [InlineData(2015, 12, 31)]
    [InlineData(2016, 7, 1)]
    public void One_day_outside_the_period_is_outside(int year, int month, int day) =>
        Assert.Empty(Reasons(SampleReleases.Stigmatization, Incident(Some.On(year, month, day), ["CT-STG-1"], ["CT-NAR-1"])));

    [Theory]
    [InlineData(2016, 1, 1)]
    [InlineData(2016, 6, 30)]
    public void The_first_and_the_last_day_belong_to_the_period(int year, int month, int day) =>
        Assert.NotEmpty(Reasons(SampleReleases.Stigmatization, Incident(Some.On(year, month, day), ["CT-STG-1"], [])));

    [Fact]
    public void An_unknown_date_is_never_suggested_a_release() =>
        Assert.Empty(Reasons(SampleReleases.Stigmatization, Incident(PartialDate.Unknown, ["CT-STG-1"], ["CT-NAR-1"])));

    [Fact]
    public void Country_and_date_alone_are_not_enough() =>
        Assert.Empty(Reasons(SampleReleases.Stigmatization, Incident(Some.On(2016, 2, 10), ["050104"], ["CT-NAR-6"])));

    [Fact]
    public void Another_country_is_another_story() =>
        Assert.Empty(Reasons(SampleReleases.Stigmatization, Incident(Some.On(2016, 2, 10), ["CT-STG-1"], ["CT-NAR-1"]) with { Country = "GT", State = null }));

    [Fact]
    public void Reads_of_a_logged_incident_what_the_rule_needs()
    {
        var context = IncidentContext.Of(new IncidentBuilder().With(f => f with { StartedOn = Some.On(2016, 2), EndedOn = Some.On(2016, 4), Accusations = ["CT-NAR-1"] }).Build());

        Assert.Equal(("MX", "MX-GRO"), (context.Country, context.State));
        Assert.Equal((new DateOnly(2016, 2, 1), new DateOnly(2016, 4, 30)), (context.FirstDay, context.LastDay));
        Assert.Equal(["CT-STG-1"], context.Acts);
        Assert.Equal(["CT-NAR-1"], context.Accusations);
    }

    [Fact]
    public void An_undated_incident_has_no_days() =>
        Assert.Null(IncidentContext.Of(new IncidentBuilder().With(f => f with { StartedOn = PartialDate.Unknown }).Build()).FirstDay);

    private static IncidentContext Incident(PartialDate on, string[] acts, string[] accusations) =>
        new("MX", "MX-GRO", on.Earliest, on.Latest, on.IsApproximate, acts, accusations);

    private static IReadOnlyList<SuggestionReason> Reasons(Release release, IncidentContext incident) => ReleaseSuggestion.Reasons(release, incident, ReferenceTerms.Instance);
}
