using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Domain.Incidents;

/// <summary>What happened to a defender, or to several: the thing that is logged, followed and counted.</summary>
public sealed partial class Incident : AggregateRoot<IncidentId>
{
    public const int NumberLimit = 20;
    public const int TitleLimit = 160;
    public const int NarrativeLimit = 20_000;
    public const int ReasonLimit = 1000;
    public const int VictimsLimit = 100;
    public const int ActsLimit = 200;
    public const int InvolvementsLimit = 50;
    public const int SourcesLimit = 100;

    /// <summary>Independent sources that each claim needs for V3, none of them rated unreliable.</summary>
    public const int SourcesForVerified = 2;

    private readonly List<Victim> _victims = [];
    private readonly List<Act> _acts = [];
    private readonly List<Involvement> _involvements = [];
    private readonly List<Source> _sources = [];
    private readonly List<Accusation> _accusations = [];
    private readonly List<Citation> _citations = [];
    private readonly List<Proceeding> _proceedings = [];
    private readonly List<WorkflowChange> _workflowChanges = [];
    private readonly List<VerificationChange> _verificationChanges = [];

    private Incident()
    {
    }

    /// <summary>What people call it, e.g. <c>CT-2026-00042</c>.</summary>
    public string Number { get; private init; } = "";

    /// <summary>Short, and without any person's name: it stands in lists.</summary>
    public Sealed<string> Title { get; private set; } = null!;

    public Sealed<string>? Narrative { get; private set; }

    public PartialDate StartedOn { get; private set; } = PartialDate.Unknown;

    public PartialDate? EndedOn { get; private set; }

    /// <summary>First day the start can mean, for ordering and searching; <see cref="DateOnly.MinValue"/> when unknown.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>Last day the start can mean, for searching; <see cref="DateOnly.MinValue"/> when unknown.</summary>
    public DateOnly LastDay { get; private set; }

    public Place Place { get; private set; } = null!;

    public Sealed<string>? Municipality { get; private set; }

    /// <summary>Code of the list <c>consents</c>: the most that the people concerned allow.</summary>
    public string ConsentCode { get; private set; } = "";

    public string PriorityCode { get; private set; } = "";

    public Verification Verification { get; private set; }

    public Workflow Workflow { get; private set; }

    public MemberId OwnerId { get; private set; }

    public TeamId TeamId { get; private set; }

    public MemberId LoggedBy { get; private init; }

    /// <summary>Best standing among the paths against aggressors; null while no path is recorded. Derived, never typed.</summary>
    public Stage? HighestStage { get; private set; }

    /// <summary>Worst standing among the paths against aggressors; null while no path is recorded. Derived, never typed.</summary>
    public Stage? LowestStage { get; private set; }

    /// <summary>Latest investigative act of any path against aggressors.</summary>
    public DateOnly? LastInvestigated { get; private set; }

    public bool IsDemonstration { get; private init; }

    public IReadOnlyList<Victim> Victims => _victims;

    public IReadOnlyList<Act> Acts => _acts;

    public IReadOnlyList<Involvement> Involvements => _involvements;

    public IReadOnlyList<Source> Sources => _sources;

    public IReadOnlyList<Accusation> Accusations => _accusations;

    public IReadOnlyList<Citation> Citations => _citations;

    public IReadOnlyList<Proceeding> Proceedings => _proceedings;

    public IReadOnlyList<WorkflowChange> WorkflowChanges => _workflowChanges;

    public IReadOnlyList<VerificationChange> VerificationChanges => _verificationChanges;

    /// <summary>The only way in. Refuses with every reason at once, so that a form can show them all.</summary>
    /// <param name="victims">Null stands for a victim who is not known.</param>
    public static Result<Incident> Log(
        IncidentId id,
        string number,
        IncidentFacts facts,
        IReadOnlyList<PersonId?> victims,
        IReadOnlyList<ActToRecord> acts,
        IReadOnlyList<InvolvementToRecord> involvements,
        IReadOnlyList<SourceToRecord> sources,
        TeamId team,
        ITerms terms,
        DateOnly today,
        Stamp stamp,
        bool demonstration = false)
    {
        var incident = new Incident
        {
            Id = id,
            Number = number,
            OwnerId = stamp.By,
            LoggedBy = stamp.By,
            TeamId = team,
            CreatedAt = stamp.At,
            IsDemonstration = demonstration,
        };

        var refusals = incident.Apply(facts, terms, today).ToList();
        refusals.AddRange(incident.AddVictims(victims));
        if (acts.Count == 0)
        {
            refusals.Add(IncidentErrors.NoAct);
        }

        if (sources.Count == 0)
        {
            refusals.Add(IncidentErrors.NoSource);
        }

        refusals.AddRange(acts.SelectMany((act, i) => incident.Add(act, terms, today, $"Acts[{i}].")));
        refusals.AddRange(involvements.SelectMany((involvement, i) => incident.Add(involvement, terms, $"Perpetrators[{i}].")));
        refusals.AddRange(sources.SelectMany((source, i) => incident.Add(source, terms, $"Sources[{i}].")));
        if (refusals.Count > 0)
        {
            return refusals;
        }

        incident.Created(stamp.At);
        incident.Raise(new IncidentLogged(id, number, team, stamp.By));
        return incident;
    }

    public Result Change(IncidentFacts facts, ITerms terms, DateOnly today, Stamp stamp) =>
        HasAnswerBefore(facts.StartedOn) ? ProceedingErrors.BeforeIncident.On(nameof(StartedOn)) : Unless(() => Apply(facts, terms, today), stamp);

    public Result Move(Workflow? chosen, string? reason, Stamp stamp)
    {
        var to = chosen ?? default;
        var step = chosen is null ? SharedErrors.Required.On(nameof(Workflow))
            : !Enum.IsDefined(to) ? SharedErrors.UnknownTerm.On(nameof(Workflow))
            : WorkflowRules.CanMove(Workflow, to) ? null
            : IncidentErrors.NoSuchStep;
        var clean = CleanText.Lines(reason, ReasonLimit, "Reason", required: true);
        if (step is not null || !clean.IsSuccess)
        {
            return Result.Of([.. step is null ? [] : new[] { step }, .. clean.Refusals]);
        }

        _workflowChanges.Add(new WorkflowChange(_workflowChanges.Count + 1, Workflow, to, Sealed<string>.Of(clean.Value!), stamp));
        Workflow = to;
        Changed(stamp.At);
        return Result.Success;
    }

    public Result Verify(Verification? chosen, string? reason, Stamp stamp)
    {
        var to = chosen ?? default;
        var step = chosen is null ? SharedErrors.Required.On(nameof(Verification))
            : !Enum.IsDefined(to) ? SharedErrors.UnknownTerm.On(nameof(Verification))
            : to == Verification ? IncidentErrors.AlreadyThere
            : to == Verification.V2 && _sources.TrueForAll(s => s.IsUnreliable) ? IncidentErrors.NeedsOneSource
            : null;
        List<Refusal> against = step is not null ? [step] : to == Verification.V3 ? [.. AgainstVerified()] : [];
        var clean = CleanText.Lines(reason, ReasonLimit, "Reason", required: true);
        if (against.Count > 0 || !clean.IsSuccess)
        {
            return Result.Of([.. against, .. clean.Refusals]);
        }

        _verificationChanges.Add(new VerificationChange(_verificationChanges.Count + 1, Verification, to, Sealed<string>.Of(clean.Value!), stamp));
        Verification = to;
        Changed(stamp.At);
        return Result.Success;
    }

    public Result Assign(MemberId owner, TeamId team, Stamp stamp)
    {
        if (owner == OwnerId && team == TeamId)
        {
            return IncidentErrors.AlreadyTheirs;
        }

        OwnerId = owner;
        TeamId = team;
        Changed(stamp.At);
        Raise(new IncidentAssigned(Id, Number, owner, stamp.By));
        return Result.Success;
    }

    public Result Cite(ReleaseId release, Stamp stamp)
    {
        if (_citations.Any(c => c.ReleaseId == release))
        {
            return IncidentErrors.AlreadyCited;
        }

        _citations.Add(new Citation(release, stamp));
        Changed(stamp.At);
        return Result.Success;
    }

    public Result Uncite(ReleaseId release, Stamp stamp)
    {
        if (_citations.RemoveAll(c => c.ReleaseId == release) == 0)
        {
            return SharedErrors.NotFound;
        }

        Changed(stamp.At);
        return Result.Success;
    }

    private IEnumerable<Refusal> Apply(IncidentFacts facts, ITerms terms, DateOnly today)
    {
        var refusals = new List<Refusal>();
        var title = CleanText.Line(facts.Title, TitleLimit, nameof(Title), required: true);
        refusals.AddRange(title.Refusals);
        var narrative = CleanText.Lines(facts.Narrative, NarrativeLimit, nameof(Narrative));
        refusals.AddRange(narrative.Refusals);
        if (facts.StartedOn.IsAfter(today))
        {
            refusals.Add(PartialDateErrors.InTheFuture.On(nameof(StartedOn)));
        }

        if (facts.EndedOn?.IsAfter(today) == true)
        {
            refusals.Add(PartialDateErrors.InTheFuture.On(nameof(EndedOn)));
        }

        if (facts.EndedOn?.IsBefore(facts.StartedOn) == true)
        {
            refusals.Add(PartialDateErrors.Reversed.On(nameof(EndedOn)));
        }

        refusals.RequireTerm(terms, Lists.Consents, facts.Consent, "Consent");
        refusals.RequireTerm(terms, Lists.Priorities, facts.Priority, "Priority");
        foreach (var accusation in facts.Accusations)
        {
            refusals.RequireTerm(terms, Lists.Narratives, accusation, "Accusations");
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        Title = Sealed<string>.Of(title.Value!);
        Narrative = Sealing.Of(narrative.Value);
        StartedOn = facts.StartedOn;
        EndedOn = facts.EndedOn is { IsKnown: true } ? facts.EndedOn : null;
        FirstDay = StartedOn.Earliest ?? DateOnly.MinValue;
        LastDay = StartedOn.Latest ?? DateOnly.MinValue;
        Place = facts.Place.With(municipality: null);
        Municipality = Sealing.Of(facts.Place.Municipality);
        ConsentCode = facts.Consent!;
        PriorityCode = facts.Priority!;
        _accusations.RemoveAll(a => !facts.Accusations.Contains(a.Code));
        _accusations.AddRange(facts.Accusations.Distinct().Where(code => _accusations.All(a => a.Code != code)).Select(code => new Accusation(code)));
        return [];
    }
}
