using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Protection;

public class RiskAssessmentTests
{
    private static readonly RiskToAssess Risk = new(Some.Defender, "CT-RSM-TVC", RiskBand.High, ["CT-RSF-THREATS", "CT-RSF-PLAN", "CT-RSF-THREATS"], "She was followed twice", Some.Today, Some.Today.AddMonths(3));

    private readonly Incident _incident = new IncidentBuilder().Build();

    [Fact]
    public void Is_for_one_person_or_for_everybody_and_takes_the_next_number()
    {
        var one = Make(Risk, last: 4).Value;

        Assert.Equal((Some.Defender, 5, RiskBand.High, 2), (one.PersonId, one.Sequence, one.Band, one.Factors.Count));
        Assert.Null(Make(Risk with { Person = null }).Value.PersonId);
    }

    [Fact]
    public void Refuses_somebody_who_is_no_victim_of_the_incident() =>
        Refused.With(IncidentErrors.VictimOfAnotherIncident, Make(Risk with { Person = PersonId.From(new Guid(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9)) }));

    [Fact]
    public void Refuses_a_day_that_has_not_come() => Refused.With(PartialDateErrors.InTheFuture, Make(Risk with { AssessedOn = Some.Today.AddDays(1) }));

    [Fact]
    public void Refuses_the_year_1() => Refused.With(PartialDateErrors.YearOutOfRange, Make(Risk with { AssessedOn = new DateOnly(1, 1, 1) }));

    [Fact]
    public void Holds_for_twelve_months_at_most()
    {
        Assert.True(Make(Risk with { ValidUntil = Some.Today.AddMonths(12) }).IsSuccess);
        Refused.With(RiskErrors.ValidTooLong, Make(Risk with { ValidUntil = Some.Today.AddMonths(12).AddDays(1) }));
        Refused.With(RiskErrors.ValidTooLong, Make(Risk with { ValidUntil = DateOnly.MaxValue }));
    }

    [Fact]
    public void Refuses_an_end_before_its_beginning() => Refused.With(RiskErrors.EndsBeforeItBegins, Make(Risk with { ValidUntil = Some.Today.AddDays(-1) }));

    [Fact]
    public void Says_everything_that_is_wrong_at_once() => Assert.Equal(
        ["AssessedOn", "Band", "Factors", "Method", "Reasoning", "ValidUntil"],
        Make(new RiskToAssess(null, "x", null, ["CT-GRP-RSF-CAP"], " ", null, null)).Refusals.Select(r => r.Field).Order());

    [Fact]
    public void Refuses_a_band_that_there_is_not() => Refused.With(SharedErrors.UnknownTerm, Make(Risk with { Band = (RiskBand)5 }));

    [Fact]
    public void The_highest_of_those_that_hold_stands_in_the_header()
    {
        var standing = RiskStanding.Of([Of(Some.Defender, 1, RiskBand.Medium, 0, 10), Of(null, 2, RiskBand.Extreme, 0, 0)], Some.Today);

        Assert.Equal(new RiskStanding(RiskBand.Extreme, HasExpired: false), standing);
    }

    [Fact]
    public void An_expired_assessment_is_never_the_present_one_and_no_older_one_comes_back()
    {
        var standing = RiskStanding.Of([Of(Some.Defender, 1, RiskBand.Extreme, -30, 100), Of(Some.Defender, 2, RiskBand.Low, -20, -1)], Some.Today);

        Assert.Equal(new RiskStanding(null, HasExpired: true), standing);
    }

    [Fact]
    public void One_entered_late_supersedes_nothing()
    {
        var standing = RiskStanding.Of([Of(Some.Defender, 1, RiskBand.High, -2, 30), Of(Some.Defender, 2, RiskBand.Low, -40, 60)], Some.Today);

        Assert.Equal(RiskBand.High, standing.Band);
    }

    [Fact]
    public void Nobody_assessed_is_not_a_low_risk() => Assert.Equal(RiskStanding.NotAssessed, RiskStanding.Of([], Some.Today));

    private static AssessedRisk Of(PersonId? person, int sequence, RiskBand band, int madeInDays, int endsInDays) => new(person, sequence, band, Some.Today.AddDays(madeInDays), Some.Today.AddDays(endsInDays));

    private Result<RiskAssessment> Make(RiskToAssess risk, int last = 0) => RiskAssessment.Make(new RiskAssessmentId(Guid.CreateVersion7(Some.Now)), _incident, last, risk, TestTerms.Instance, Some.Today, Some.Stamp);
}
