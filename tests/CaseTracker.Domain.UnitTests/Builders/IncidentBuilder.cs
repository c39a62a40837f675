using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.UnitTests.Builders;

/// <summary>An incident that may be logged as it is; each test changes only what it is about.</summary>
internal sealed class IncidentBuilder
{
    private IncidentFacts _facts = Some.Facts;
    private IReadOnlyList<PersonId?> _victims = [Some.Defender];
    private IReadOnlyList<ActToRecord> _acts = [new(0, "CT-STG-1")];
    private IReadOnlyList<InvolvementToRecord> _involvements = [];
    private IReadOnlyList<SourceToRecord> _sources = [Testimony];

    public static SourceToRecord Testimony { get; } = new("0101", "CT-MAT-1", "01", null);

    public IncidentBuilder With(Func<IncidentFacts, IncidentFacts> facts)
    {
        _facts = facts(_facts);
        return this;
    }

    public IncidentBuilder Victims(params PersonId?[] victims)
    {
        _victims = victims;
        return this;
    }

    public IncidentBuilder Acts(params ActToRecord[] acts)
    {
        _acts = acts;
        return this;
    }

    public IncidentBuilder Involvements(params InvolvementToRecord[] involvements)
    {
        _involvements = involvements;
        return this;
    }

    /// <summary>1: carried it out; 2: gave the orders.</summary>
    public IncidentBuilder Answering() => Involvements(new InvolvementToRecord("010104", "0101", null, null), new InvolvementToRecord("010104", "0102", null, null));

    public IncidentBuilder Sources(params SourceToRecord[] sources)
    {
        _sources = sources;
        return this;
    }

    public Result<Incident> Log() => Incident.Log(
        IncidentId.New(Some.Now), "CT-2017-00001", _facts, _victims, _acts, _involvements, _sources, Some.Team, TestTerms.Instance, Some.Today, Some.Stamp);

    public Incident Build() => Log().Value;
}

/// <summary>The ladder as tests climb it: a date is enough unless the test says more.</summary>
internal static class Climbing
{
    public static StageToRecord At(this Stage stage, int year, int? month = null, int? day = null) => stage.On(Some.On(year, month, day));

    public static StageToRecord On(this Stage stage, PartialDate on) => new(
        stage,
        on,
        "Seen in the file",
        stage == Stage.J0 ? "CT-NRR-FEAR" : null,
        stage == Stage.J8 ? (on.IsKnown ? on : Some.On(2016, 3)) : null,
        Office: Some.Office);

    /// <summary>About these perpetrators, and not about the path as a whole.</summary>
    public static StageToRecord Of(this StageToRecord entry, params int[] accused) => entry with { Accused = accused };

    public static StageToRecord Finally(this StageToRecord entry) => entry with { IsFinal = true };

    public static StageToRecord Correcting(this StageToRecord entry, int sequence) => entry with { Corrects = sequence };

    public static StageToRecord Reopening(this StageToRecord entry) => entry with { Reopens = true };

    /// <param name="later">Days after <see cref="Some.Today"/> on which it is recorded.</param>
    public static Result<ProceedingId> Open(this Incident incident, StageToRecord first, string? kind = "CT-PRC-CRIM", Office? office = null, int later = 0) =>
        incident.OpenProceeding(kind, office ?? Some.Office, first, TestTerms.Instance, Some.Today.AddDays(later), Some.StampAfter(later));

    /// <param name="later">Days after <see cref="Some.Today"/> on which it is recorded.</param>
    public static Result Record(this Incident incident, ProceedingId path, StageToRecord entry, int later = 0) =>
        incident.RecordStage(path, entry, TestTerms.Instance, Some.Today.AddDays(later), Some.StampAfter(later));

    /// <param name="later">Days after <see cref="Some.Today"/> on which it is recorded.</param>
    public static Result Investigate(this Incident incident, ProceedingId path, PartialDate on, int? corrects = null, int later = 0) =>
        incident.RecordInvestigativeAct(path, new InvestigationToRecord("CT-INV-INTERVIEW", on, Corrects: corrects), TestTerms.Instance, Some.Today.AddDays(later), Some.StampAfter(later));

    /// <summary>One path on which each stage was accepted.</summary>
    public static Proceeding Path(this Incident incident, params StageToRecord[] entries)
    {
        var path = incident.Open(entries[0]).Value;
        foreach (var entry in entries.Skip(1))
        {
            Assert.Empty(incident.Record(path, entry).Codes());
        }

        return incident.Proceedings.Single(p => p.Id == path);
    }
}
