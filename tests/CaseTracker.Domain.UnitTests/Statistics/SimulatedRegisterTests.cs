using System.Globalization;
using System.Text.Json;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Statistics;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Statistics;

/// <summary>2,000 simulated incidents, counted here and by an independent implementation.</summary>
public class SimulatedRegisterTests
{
    private static readonly DateOnly Cutoff = new(2017, 1, 25);

    private static readonly (string Column, Stage Stage)[] Columns =
    [
        ("date_reported", Stage.J1),
        ("date_investigation", Stage.J2),
        ("date_suspects", Stage.J3),
        ("date_charged", Stage.J4),
        ("date_trial", Stage.J5),
        ("date_convicted", Stage.J7),
        ("date_acquitted", Stage.X3),
        ("date_archived", Stage.X1),
        ("date_closed_no_investigation", Stage.X1),
        ("date_reparation", Stage.J8),
    ];

    private static readonly JsonElement Expected = JsonDocument.Parse(File.ReadAllText(Vector("incident_indicators.json"))).RootElement.GetProperty("cases")[0];

    [Fact]
    public void The_naive_figure_agrees()
    {
        var figure = ImpunityDefinitions.Naive.Evaluate(FirstExits(), VerificationGroup.Verified, Cutoff);

        Agrees(Expected.GetProperty("impunity_naive"), figure.Share);
        Assert.Equal(Expected.GetProperty("quality").GetProperty("missing_incident_date").GetInt32(), figure.LeftOut[LeftOut.NoDate].Count);
        Assert.Equal(Expected.GetProperty("quality").GetProperty("stage_before_incident").GetInt32(), figure.LeftOut[LeftOut.StageBeforeIncident].Count);
    }

    [Fact]
    public void The_mature_figure_agrees() =>
        Agrees(Expected.GetProperty("impunity_60m_mature_cohort"), ImpunityDefinitions.Mature.Evaluate(FirstExits(), VerificationGroup.Verified, Cutoff).Share);

    [Fact]
    public void The_funnel_agrees_up_to_trial()
    {
        var funnel = StageFunnel.Of(Whole(), VerificationGroup.Verified, Cutoff);
        var expected = Expected.GetProperty("funnel_reached_at_least");

        // Theirs begins with documented and verified, which the ladder does not know; ours tells convictions from acquittals after trial.
        Assert.Equal(Counts(expected.GetProperty("all")).Skip(2).Take(5), funnel.All.Skip(1).Take(5).Select(s => s.Ids.Count));
        Assert.Equal(Counts(expected.GetProperty("mature_60m")).Skip(2).Take(5), funnel.Mature.Skip(1).Take(5).Select(s => s.Ids.Count));
        for (var rung = 2; rung <= 5; rung++)
        {
            Agrees(expected.GetProperty("step_conversion_all")[rung], funnel.All[rung].FromPrevious);
        }
    }

    /// <summary>The vectors' rule: the first exit is final, and nothing recorded counts as not convicted rather than as unknown.</summary>
    private static IEnumerable<IncidentFact> FirstExits() => Rows().Select(row =>
    {
        var stages = row.Stages.Where(s => s.On <= Cutoff).OrderBy(s => s.On).ThenByDescending(s => s.Stage).ToList();
        var exit = stages.FindIndex(s => s.Stage.IsExit() || s.Stage.IsConviction());
        return row.Fact.Path(ImpunityDefinitions.CriminalPath, [row.First, .. exit < 0 ? stages : stages[..(exit + 1)]]).At(Cutoff);
    });

    private static IEnumerable<IncidentFact> Whole() =>
        Rows().Select(row => row.Fact.Path(ImpunityDefinitions.CriminalPath, [row.First, .. row.Stages.OrderBy(s => s.On)]).At(Cutoff));

    /// <summary>Their first stage is the verification, which stands here for "a path is recorded".</summary>
    private static IEnumerable<(FactBuilder Fact, (Stage Stage, DateOnly? On) First, List<(Stage Stage, DateOnly? On)> Stages)> Rows()
    {
        var lines = File.ReadAllLines(Vector("incidents.csv"));
        var header = lines[0].Split(',').ToList();
        for (var i = 1; i < lines.Length; i++)
        {
            var cells = lines[i].Split(',');
            var start = Day(cells[header.IndexOf("incident_date")]) ?? DateOnly.MinValue;
            yield return (
                new FactBuilder(i).On(start),
                (Stage.J0, Day(cells[header.IndexOf("date_verified")]) is { } verified && verified <= Cutoff ? verified : null),
                [.. Columns.Select(c => (c.Stage, On: Day(cells[header.IndexOf(c.Column)]))).Where(s => s.On is not null)]);
        }
    }

    private static void Agrees(JsonElement expected, Proportion? proportion)
    {
        Assert.Equal((expected.GetProperty("x").GetInt32(), expected.GetProperty("n").GetInt32()), (proportion!.Numerator, proportion.Denominator));
        Assert.Equal(expected.GetProperty("wilson")[0].GetDouble(), proportion.Wilson().Lower, 1e-10);
        Assert.Equal(expected.GetProperty("wilson")[1].GetDouble(), proportion.Wilson().Upper, 1e-10);
    }

    private static IEnumerable<int> Counts(JsonElement array) => array.EnumerateArray().Select(e => e.GetInt32());

    private static DateOnly? Day(string cell) => cell == "" ? null : DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Vector(string file) => Path.Combine(AppContext.BaseDirectory, "Statistics", "Vectors", file);
}
