using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Accountability;

/// <summary>Today is 25 January 2017.</summary>
public class UnequalPaceTests
{
    private readonly Incident _incident = new IncidentBuilder().Answering().Build();

    [Fact]
    public void Further_in_fewer_days_is_told_with_both_numbers()
    {
        _incident.Path(Stage.J1.At(2016, 4, 1), Stage.J2.At(2016, 5, 1));

        Assert.Equal(new UnequalPace(Stage.J4, 61, Stage.J2, 299), Of(Against(Stage.J2.At(2016, 6, 1), Stage.J4.At(2016, 8, 1))));
    }

    [Fact]
    public void Nothing_is_told_of_a_path_that_came_no_further_or_took_longer()
    {
        _incident.Path(Stage.J1.At(2016, 12, 1), Stage.J3.At(2016, 12, 20));

        Assert.Null(Of(Against(Stage.J2.At(2016, 6, 1), Stage.J3.At(2016, 6, 20))));
        Assert.Null(Of(Against(Stage.J2.At(2016, 6, 1), Stage.J4.At(2016, 10, 1))));
    }

    [Fact]
    public void The_best_path_against_the_aggressor_speaks_for_the_State()
    {
        _incident.Path(Stage.J1.At(2016, 4, 1));
        _incident.Path(Stage.J2.At(2016, 4, 1), Stage.J5.At(2016, 12, 1));

        Assert.Null(Of(Against(Stage.J2.At(2016, 6, 1), Stage.J4.At(2016, 8, 1))));
    }

    [Fact]
    public void What_was_closed_is_compared_by_how_far_it_came()
    {
        _incident.Path(Stage.J2.At(2016, 4, 1), Stage.X1.At(2016, 5, 1));

        Assert.Equal(Stage.J2, Of(Against(Stage.J2.At(2016, 6, 1), Stage.J4.At(2016, 8, 1)))!.Other);
    }

    [Fact]
    public void A_date_that_leaves_a_doubt_claims_nothing()
    {
        _incident.Path(Stage.J1.At(2016));

        Assert.Null(Of(Against(Stage.J2.At(2016, 6, 1), Stage.J4.At(2016, 8, 1))));
    }

    [Fact]
    public void Where_nobody_was_reported_there_is_nothing_to_compare()
    {
        Assert.Null(Of(Against(Stage.J2.At(2016, 6, 1), Stage.J4.At(2016, 8, 1))));
        _incident.Path(Stage.J0.At(2016, 4));
        Assert.Null(Of(_incident.Proceedings.First(p => p.IsAgainstDefender)));
    }

    private UnequalPace? Of(Proceeding againstDefender) =>
        UnequalPace.Of(againstDefender.Counted, _incident.Proceedings.Where(p => !p.IsAgainstDefender).Select(p => p.Counted), Some.Today);

    private Proceeding Against(StageToRecord first, StageToRecord next)
    {
        _incident.Open(first, "CT-PRC-CRMZ");
        var path = _incident.Proceedings.Last();
        _incident.Record(path.Id, next);
        return path;
    }
}
