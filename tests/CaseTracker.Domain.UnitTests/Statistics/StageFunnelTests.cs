using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Statistics;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Statistics;

public class StageFunnelTests
{
    private static readonly DateOnly Today = Some.Today;

    [Fact]
    public void A_later_rung_implies_the_earlier_ones()
    {
        var funnel = Funnel(f => f.Path(Stage.J0), f => f.Path(Stage.J2), f => f.Path(Stage.J4), f => f.Path(Stage.J7));

        Assert.Equal([4, 3, 3, 2, 2, 1, 1, 1, 0], funnel.All.Select(s => s.Ids.Count));
        Assert.Equal([Stage.J0, Stage.J1, Stage.J2, Stage.J3, Stage.J4, Stage.J5, Stage.J6, Stage.J7, Stage.J8], funnel.All.Select(s => s.Stage));
        Assert.Equal([FactBuilder.Id(3), FactBuilder.Id(4)], funnel.All[4].Ids);
    }

    [Fact]
    public void Each_step_is_a_share_of_the_one_before()
    {
        var funnel = Funnel(f => f.Path(Stage.J0), f => f.Path(Stage.J2), f => f.Path(Stage.J4), f => f.Path(Stage.J7));

        Assert.Null(funnel.All[0].FromPrevious);
        Assert.Equal((3, 4), Parts(funnel.All[1].FromPrevious));
        Assert.Equal((2, 3), Parts(funnel.All[3].FromPrevious));
        Assert.Equal((2, 4), Parts(funnel.All[3].OfAll));
        Assert.Equal((0, 1), Parts(funnel.All[8].FromPrevious));
    }

    [Fact]
    public void After_an_empty_rung_there_is_no_share()
    {
        var funnel = Funnel(f => f.Path(Stage.J1));

        Assert.Equal((0, 1), Parts(funnel.All[2].FromPrevious));
        Assert.Null(funnel.All[3].FromPrevious);
    }

    [Fact]
    public void Exits_and_reversals_keep_what_they_reached()
    {
        var funnel = Funnel(f => f.Path(Stage.J3, Stage.X1), f => f.Path(Stage.X3), f => f.Path(Stage.J7, Stage.X4), f => f.Path(Stage.J4, Stage.J2));

        Assert.Equal([4, 4, 4, 4, 3, 2, 1, 1, 0], funnel.All.Select(s => s.Ids.Count));
    }

    [Fact]
    public void The_mature_stand_beside_all()
    {
        var funnel = Funnel(f => f.Path(Stage.J4), f => f.Path(Stage.J1).On(new(2016, 1, 1)));

        Assert.Equal([2, 2, 1], funnel.All.Take(3).Select(s => s.Ids.Count));
        Assert.Equal([1, 1, 1], funnel.Mature.Take(3).Select(s => s.Ids.Count));
    }

    [Fact]
    public void The_unknown_are_apart_and_the_groups_too()
    {
        var funnel = Funnel(f => f, f => f.Path(Stage.J1).With(r => r with { Verification = Verification.V2 }), f => f.Path(Stage.J1).On(DateOnly.MinValue));

        Assert.All(funnel.All, step => Assert.Empty(step.Ids));
        Assert.Null(funnel.All[0].OfAll);
        Assert.Equal([FactBuilder.Id(1)], funnel.LeftOut[LeftOut.Unknown]);
        Assert.Equal([FactBuilder.Id(3)], funnel.LeftOut[LeftOut.NoDate]);
    }

    private static StageFunnel Funnel(params Func<FactBuilder, FactBuilder>[] facts) =>
        StageFunnel.Of(facts.Select((fact, i) => fact(new FactBuilder(i + 1)).At(Today)), VerificationGroup.Verified, Today);

    private static (int, int) Parts(Proportion? proportion) => (proportion!.Numerator, proportion.Denominator);
}
