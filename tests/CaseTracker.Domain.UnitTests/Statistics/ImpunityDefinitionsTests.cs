using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Statistics;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Statistics;

public class ImpunityDefinitionsTests
{
    private static readonly DateOnly Today = Some.Today;
    private static readonly DateOnly Recent = new(2016, 1, 1);

    private readonly List<FactBuilder> _facts = [];

    [Fact]
    public void Naive_counts_whoever_stands_unconvicted_among_recorded_paths()
    {
        Given(f => f.Path(Stage.J7), f => f.Path(Stage.J6), f => f.Path(Stage.J8), f => f.Path(Stage.J0), f => f.Path(Stage.J4), f => f.Path(Stage.X1), f => f.Path(Stage.X3));

        var figure = Figure(ImpunityDefinitions.Naive);

        Assert.Equal((4, 7), (figure.Numerator, figure.Denominator));
        Assert.Equal(Ids(4, 5, 6, 7), figure.NumeratorIds);
        Assert.Equal(Ids(1, 2, 3, 4, 5, 6, 7), figure.DenominatorIds);
        Assert.Equal(4d / 7, figure.Share!.Share);
    }

    [Fact]
    public void Unknown_is_never_impunity()
    {
        Given(f => f.Path(Stage.J1), f => f);

        foreach (var definition in ImpunityDefinitions.All)
        {
            var figure = Figure(definition);
            Assert.DoesNotContain(FactBuilder.Id(2), figure.DenominatorIds);
        }

        Assert.Equal(Ids(2), Figure(ImpunityDefinitions.Naive).LeftOut[LeftOut.Unknown]);
        Assert.Equal(Ids(2), Figure(ImpunityDefinitions.PerFile).LeftOut[LeftOut.Unknown]);
    }

    [Fact]
    public void A_reversed_conviction_is_impunity_again()
    {
        Given(f => f.Path(Stage.J7, Stage.X4));

        Assert.Equal((1, 1), Counts(ImpunityDefinitions.Naive));
    }

    [Fact]
    public void A_suspect_who_died_is_in_a_bucket_of_its_own()
    {
        Given(f => f.Path(Stage.X5).Killing(), f => f.Path(Stage.X5).Path(Stage.J2).Killing());

        Assert.All([ImpunityDefinitions.Naive, ImpunityDefinitions.CpjStyle, ImpunityDefinitions.UnescoStyle], definition =>
        {
            Assert.Equal((1, 1), Counts(definition));
            Assert.Equal(Ids(1), Figure(definition).LeftOut[LeftOut.SuspectDied]);
        });
    }

    [Fact]
    public void Mature_asks_only_those_who_had_five_years()
    {
        Given(f => f.Path(Stage.J1), f => f.Path(Stage.J7), f => f.Path(Stage.J1).On(Recent), f => f.Path(Stage.J1).On(new(2012, 1, 25)), f => f.Path(Stage.J1).On(new(2012, 1, 26)));

        var figure = Figure(ImpunityDefinitions.Mature);

        Assert.Equal((2, 3), (figure.Numerator, figure.Denominator));
        Assert.Equal(Ids(1, 4), figure.NumeratorIds);
        Assert.Equal(Ids(3, 5), figure.LeftOut[LeftOut.TooRecent]);
    }

    [Fact]
    public void Mature_gives_every_incident_the_same_time()
    {
        Given(
            f => f.Path(ImpunityDefinitions.CriminalPath, (Stage.J7, new(2015, 1, 1))),
            f => f.Path(ImpunityDefinitions.CriminalPath, (Stage.J7, new(2015, 1, 2))),
            f => f.On(new(2010, 1, 1), new(2010, 12, 31)).Path(ImpunityDefinitions.CriminalPath, (Stage.J7, new(2015, 12, 31))),
            f => f.Path(Stage.J7));

        Assert.Equal(Ids(2), Figure(ImpunityDefinitions.Mature).NumeratorIds);
        Assert.Empty(Figure(ImpunityDefinitions.Naive).NumeratorIds);
    }

    [Fact]
    public void Cpj_style_asks_about_killings_and_tells_partial_from_full_justice()
    {
        Given(
            f => f.Killing().Path(Stage.J7),
            f => f.Killing().Path(Stage.J6),
            f => f.Killing().Path(Stage.J5),
            f => f.Killing().Path(Stage.J0),
            f => f.Path(Stage.J1));

        var figure = Figure(ImpunityDefinitions.CpjStyle);

        Assert.Equal((2, 4), (figure.Numerator, figure.Denominator));
        Assert.Equal(Ids(1), figure.ByJustice[Justice.Full]);
        Assert.Equal(Ids(2), figure.ByJustice[Justice.Partial]);
        Assert.Equal(Ids(3, 4), figure.ByJustice[Justice.None]);
        Assert.Equal(Ids(5), figure.LeftOut[LeftOut.OtherActs]);
    }

    [Fact]
    public void Unesco_style_takes_partial_justice_for_unresolved()
    {
        Given(f => f.Killing().Path(Stage.J7), f => f.Killing().Path(Stage.J8), f => f.Killing().Path(Stage.J6), f => f.Killing().Path(Stage.J2));

        Assert.Equal((2, 4), Counts(ImpunityDefinitions.UnescoStyle));
    }

    [Fact]
    public void Per_file_counts_files_known_to_the_authority_without_a_judgment()
    {
        Given(
            f => f.Path(Stage.J1).Path(Stage.X1),
            f => f.Path(Stage.X3).Path(Stage.J2s),
            f => f.Path(Stage.J0),
            f => f.Path("CT-PRC-HRC", (Stage.J7, null)),
            f => f.Path(Stage.J6),
            f => f.Path(Stage.X2),
            f => f.Path(Stage.X5));

        var figure = Figure(ImpunityDefinitions.PerFile);

        Assert.Equal((4, 6), (figure.Numerator, figure.Denominator));
        Assert.Equal(Ids(1, 2, 6), figure.NumeratorIds);
        Assert.Equal(Ids(1, 2, 5, 6), figure.DenominatorIds);
        Assert.Equal(Ids(3), figure.LeftOut[LeftOut.NotReported]);
        Assert.Equal(Ids(4), figure.LeftOut[LeftOut.NoCriminalFile]);
        Assert.Equal(Ids(7), figure.LeftOut[LeftOut.SuspectDied]);
        Assert.Equal(CountedUnit.File, figure.Definition.Unit);
    }

    [Fact]
    public void Verified_and_not_yet_verified_are_never_mixed()
    {
        foreach (var verification in Enum.GetValues<Verification>())
        {
            Given(f => f.Path(Stage.J1).With(r => r with { Verification = verification }));
        }

        var verified = Figure(ImpunityDefinitions.Naive);
        var apart = Figure(ImpunityDefinitions.Naive, VerificationGroup.NotYetVerified);

        Assert.Equal(Ids(4), verified.DenominatorIds);
        Assert.Equal(Ids(1, 2, 3), apart.DenominatorIds);
        Assert.Equal(Ids(5, 6, 7), verified.LeftOut[LeftOut.NotConfirmed]);
        Assert.Equal(Ids(5, 6, 7), apart.LeftOut[LeftOut.NotConfirmed]);
    }

    [Fact]
    public void What_cannot_be_counted_is_said_aloud()
    {
        Given(
            f => f.Path(Stage.J1).On(DateOnly.MinValue),
            f => f.Path(ImpunityDefinitions.CriminalPath, (Stage.J1, new(2009, 1, 1))),
            f => f.Path(Stage.J1).On(new(2017, 1, 26)));

        var figure = Figure(ImpunityDefinitions.Naive);

        Assert.Equal(0, figure.Denominator);
        Assert.Null(figure.Share);
        Assert.Equal(Ids(1), figure.LeftOut[LeftOut.NoDate]);
        Assert.Equal(Ids(2), figure.LeftOut[LeftOut.StageBeforeIncident]);
        Assert.Equal(Ids(3), figure.LeftOut[LeftOut.NotYetHappened]);
    }

    [Fact]
    public void Nothing_to_count_is_no_figure() => Assert.All(ImpunityDefinitions.All, definition => Assert.Null(Figure(definition).Share));

    [Fact]
    public void Every_incident_is_somewhere()
    {
        var random = new Random(16);
        foreach (var _ in Enumerable.Range(0, 500))
        {
            Given(f =>
            {
                f.On(new DateOnly(2005, 1, 1).AddDays(random.Next(4500))).With(r => r with { Verification = (Verification)random.Next(7), Acts = (SdgActs)random.Next(64) });
                for (var paths = random.Next(3); paths > 0; paths--)
                {
                    f.Path(random.Next(2) == 0 ? ImpunityDefinitions.CriminalPath : "CT-PRC-HRC", (StageRules.InOrder[random.Next(15)], new DateOnly(2005, 1, 1).AddDays(random.Next(4500))));
                }

                return f;
            });
        }

        var everyone = _facts.Select((_, i) => FactBuilder.Id(i + 1)).ToHashSet();
        foreach (var definition in ImpunityDefinitions.All)
        {
            var figures = Enum.GetValues<VerificationGroup>().Select(g => Figure(definition, g)).ToList();
            Assert.True(everyone.SetEquals(figures.SelectMany(f => f.DenominatorIds.Concat(f.LeftOut.Values.SelectMany(ids => ids)))));
            Assert.All(figures, f =>
            {
                Assert.True(f.NumeratorIds.ToHashSet().IsSubsetOf(f.DenominatorIds));
                Assert.Equal(f.DenominatorIds.Distinct(), f.DenominatorIds);
                Assert.True(f.Definition.Unit == CountedUnit.File || (f.Numerator, f.Denominator) == (f.NumeratorIds.Count, f.DenominatorIds.Count));
            });
            Assert.Empty(figures[0].DenominatorIds.Intersect(figures[1].DenominatorIds));
        }
    }

    [Fact]
    public void Each_definition_has_a_name_of_its_own()
    {
        Assert.Equal(5, ImpunityDefinitions.All.Select(d => d.Key).Distinct().Count());
        Assert.All(ImpunityDefinitions.All, d => Assert.Equal(d.Key + ".formula", d.FormulaKey));
    }

    private static List<IncidentId> Ids(params int[] numbers) => [.. numbers.Select(FactBuilder.Id)];

    private void Given(params Func<FactBuilder, FactBuilder>[] facts)
    {
        foreach (var fact in facts)
        {
            _facts.Add(fact(new FactBuilder(_facts.Count + 1)));
        }
    }

    private ImpunityFigure Figure(ImpunityDefinition definition, VerificationGroup group = VerificationGroup.Verified) =>
        definition.Evaluate(_facts.Select(f => f.At(Today)), group, Today);

    private (int Numerator, int Denominator) Counts(ImpunityDefinition definition) => (Figure(definition).Numerator, Figure(definition).Denominator);
}
