using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Statistics;

namespace CaseTracker.Domain.UnitTests.Builders;

/// <summary>An incident as it is counted: a verified threat of 2010 unless the test says otherwise.</summary>
internal sealed class FactBuilder(int number)
{
    private readonly List<StageRow> _stages = [];
    private IncidentRow _row = new(Id(number), new DateOnly(2010, 1, 1), new DateOnly(2010, 1, 1), Verification.V3, SdgActs.Other, false);
    private int _paths;

    public static IncidentId Id(int number) => IncidentId.From(new Guid(number, 0, 0, new byte[8]));

    public FactBuilder With(Func<IncidentRow, IncidentRow> row)
    {
        _row = row(_row);
        return this;
    }

    public FactBuilder Killing() => With(r => r with { Acts = SdgActs.Killing | SdgActs.Other });

    public FactBuilder On(DateOnly first, DateOnly? last = null) => With(r => r with { FirstDay = first, LastDay = last ?? first });

    /// <summary>A path that stood at these stages in turn, on no known day.</summary>
    public FactBuilder Path(params Stage[] stages) => Path(ImpunityDefinitions.CriminalPath, [.. stages.Select(s => (s, (DateOnly?)null))]);

    public FactBuilder Path(string kind, params (Stage Stage, DateOnly? On)[] stages)
    {
        var path = ProceedingId.From(new Guid(++_paths, 0, 0, new byte[8]));
        _stages.AddRange(stages.Select((s, i) => new StageRow(path, kind, i + 1, s.Stage, s.On, s.On, null)));
        return this;
    }

    /// <summary>Replaces an entry of the last path.</summary>
    public FactBuilder Correct(int sequence, Stage stage, DateOnly? on = null)
    {
        var last = _stages[^1];
        _stages.Add(last with { Sequence = last.Sequence + 1, Stage = stage, Earliest = on, Latest = on, Corrects = sequence });
        return this;
    }

    public IncidentFact At(DateOnly asOf) => IncidentFact.Of(_row, _stages, asOf);
}
