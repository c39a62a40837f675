using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Accountability;

public class ProceedingDetailsTests
{
    private static readonly ProceedingDetails Details = new(Some.Office, "FED/GRO/UNAI/0000123/2016", "Counsel", new DateOnly(2017, 2, 1));

    private readonly Incident _incident = new IncidentBuilder().Answering().Build();

    [Fact]
    public void Are_changed_without_touching_the_clock()
    {
        var path = _incident.Path(Stage.J2.At(2016, 5, 1));
        var clock = path.ClockFrom;

        Assert.True(Describe(path, Details).IsSuccess);
        Assert.Equal((new DateOnly(2016, 5, 1), clock, new DateOnly(2017, 2, 1)), (clock, path.ClockFrom, path.NextHearing));

        Assert.True(Describe(path, Details with { FileNumber = null, Counsel = " ", NextHearing = null }).IsSuccess);
        Assert.Equal((clock, null, null, null), (path.ClockFrom, path.FileNumber, path.Counsel, path.NextHearing));
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(9999, 12, 31)]
    [InlineData(2027, 1, 26)]
    public void Refuse_a_hearing_that_no_court_sets(int year, int month, int day) =>
        Refused.With(ProceedingErrors.HearingOutOfRange, Describe(_incident.Path(Stage.J2.At(2016, 5)), Details with { NextHearing = new DateOnly(year, month, day) }));

    [Fact]
    public void Refuse_a_hearing_that_is_over_but_keep_one_that_has_passed_meanwhile()
    {
        var path = _incident.Path(Stage.J2.At(2016, 5));
        Refused.With(ProceedingErrors.HearingInThePast, Describe(path, Details with { NextHearing = Some.Today.AddDays(-1) }));
        Assert.True(Describe(path, Details with { NextHearing = Some.Today }).IsSuccess);

        Describe(path, Details);

        Assert.True(_incident.DescribeProceeding(path.Id, Details with { Counsel = "Another" }, new DateOnly(2017, 3, 1), Some.Stamp).IsSuccess);
    }

    [Fact]
    public void Refuse_a_file_number_that_is_none()
    {
        var path = _incident.Path(Stage.J2.At(2016, 5));

        Refused.With(SharedErrors.TooLong.On("FileNumber"), Describe(path, Details with { FileNumber = new string('1', 1_000_000) }));
        Refused.With(SharedErrors.NotOneLine.On("FileNumber"), Describe(path, Details with { FileNumber = "FED\n1" }));
        Refused.With(SharedErrors.UnusableCharacters.On("Counsel"), Describe(path, Details with { Counsel = "a\0b" }));
    }

    [Fact]
    public void Need_an_authority_once_something_was_reported()
    {
        var path = _incident.Path(Stage.J2.At(2016, 5));
        Refused.With(ProceedingErrors.AuthorityMissing, Describe(path, Details with { Office = new Office(null, null) }));

        var unreported = _incident.Open(Stage.J0.At(2016, 5), office: new Office(null, null)).Value;
        Assert.True(_incident.DescribeProceeding(unreported, Details with { Office = new Office(null, null) }, Some.Today, Some.Stamp).IsSuccess);
        Assert.Null(_incident.Proceedings[1].AuthorityCode);
        Refused.With(ProceedingErrors.AuthorityMissing, _incident.Record(unreported, Stage.J1.At(2016, 9) with { Office = null }));
        Assert.True(_incident.Record(unreported, Stage.J1.At(2016, 9)).IsSuccess);
        Assert.Equal(Some.Prosecutor.Code, _incident.Proceedings[1].AuthorityCode);
    }

    [Fact]
    public void A_retired_authority_keeps_its_proceedings_and_takes_no_new_one()
    {
        var path = _incident.Path(Stage.J2.At(2016, 5));
        var retired = Retired("CT-AUT-FGR");

        Assert.True(Describe(path, Details with { Office = new Office(retired, null) }).IsSuccess);
        Refused.With(ProceedingErrors.AuthorityRetired, Describe(path, Details with { Office = new Office(Retired("CT-AUT-OLD"), null), Move = new(AuthorityChange.Mistyped, PartialDate.Unknown) }));
        Refused.With(ProceedingErrors.AuthorityRetired, _incident.Open(Stage.J1.At(2016, 5), office: new Office(retired, null)));
    }

    [Fact]
    public void Another_authority_has_another_threshold_and_the_same_clock()
    {
        var path = _incident.Path(Stage.J2.At(2016, 5, 1));
        Describe(path, Details with { Office = new Office(Some.AnAuthority("CT-AUT-CIDH", AuthorityKind.International, stalledAfterDays: 720), "Desk 2"), Move = new(AuthorityChange.Moved, Some.On(2016, 9)) });

        Assert.Equal((new DateOnly(2016, 5, 1), new DateOnly(2016, 5, 1).AddDays(721), "Desk 2"), (path.ClockFrom, path.StalledFrom, path.Unit));
    }

    [Fact]
    public void What_was_stored_under_earlier_rules_is_brought_up_to_date_without_a_change()
    {
        var path = _incident.Path(Stage.J2.At(2016, 5, 1));
        var version = _incident.Version;

        _incident.DeriveAgain();

        Assert.Equal((version, Stage.J2, Some.Prosecutor.Code), (_incident.Version, path.Standing, path.AuthorityCode));
    }

    private Result Describe(Proceeding path, ProceedingDetails details) => _incident.DescribeProceeding(path.Id, details, Some.Today, Some.Stamp);

    private static Authority Retired(string code)
    {
        var authority = Some.AnAuthority(code, AuthorityKind.Prosecutor);
        authority.Change(new AuthorityDetails("Old", "Antigua", AuthorityKind.Prosecutor, null, 180, IsActive: false), TestAreas.Instance, Some.Now);
        return authority;
    }
}
