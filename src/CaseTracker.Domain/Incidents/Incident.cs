using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
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
    public string Title { get; private set; } = "";

    public string? Narrative { get; private set; }

    public PartialDate StartedOn { get; private set; } = PartialDate.Unknown;

    public PartialDate? EndedOn { get; private set; }

    /// <summary>First day the start can mean, for ordering and searching; <see cref="DateOnly.MinValue"/> when unknown.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>Last day the start can mean, for searching; <see cref="DateOnly.MinValue"/> when unknown.</summary>
    public DateOnly LastDay { get; private set; }

    public Place Place { get; private set; } = null!;

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

    public Result Change(IncidentFacts facts, ITerms terms, DateOnly today, Stamp stamp)
    {
        var refusals = Apply(facts, terms, today).ToList();
        if (refusals.Count > 0)
        {
            return Result.Of(refusals);
        }

        Changed(stamp.At);
        return Result.Success;
    }

    public Result AddVictim(PersonId? person, Stamp stamp) => Add(() => AddVictims([person]), stamp);

    public Result AddAct(ActToRecord act, ITerms terms, DateOnly today, Stamp stamp) => Add(() => Add(act, terms, today, ""), stamp);

    public Result AddInvolvement(InvolvementToRecord involvement, ITerms terms, Stamp stamp) => Add(() => Add(involvement, terms, ""), stamp);

    public Result AddSource(SourceToRecord source, ITerms terms, Stamp stamp) => Add(() => Add(source, terms, ""), stamp);

    public Result Move(Workflow to, string? reason, Stamp stamp)
    {
        if (!Enum.IsDefined(to))
        {
            return SharedErrors.UnknownTerm.On(nameof(Workflow));
        }

        if (!WorkflowRules.CanMove(Workflow, to))
        {
            return IncidentErrors.NoSuchStep;
        }

        var clean = CleanText.Lines(reason, ReasonLimit, "Reason", required: true);
        if (!clean.IsSuccess)
        {
            return Result.Of(clean.Refusals);
        }

        _workflowChanges.Add(new WorkflowChange(_workflowChanges.Count + 1, Workflow, to, clean.Value!, stamp));
        Workflow = to;
        Changed(stamp.At);
        return Result.Success;
    }

    public Result Verify(Verification to, string? reason, Stamp stamp)
    {
        if (!Enum.IsDefined(to))
        {
            return SharedErrors.UnknownTerm.On(nameof(Verification));
        }

        if (to == Verification)
        {
            return IncidentErrors.AlreadyThere;
        }

        if (to == Verification.V3 && _sources.Count < 2)
        {
            return IncidentErrors.NeedsTwoSources;
        }

        var clean = CleanText.Lines(reason, ReasonLimit, "Reason", required: true);
        if (!clean.IsSuccess)
        {
            return Result.Of(clean.Refusals);
        }

        _verificationChanges.Add(new VerificationChange(_verificationChanges.Count + 1, Verification, to, clean.Value!, stamp));
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

        Title = title.Value!;
        Narrative = narrative.Value;
        StartedOn = facts.StartedOn;
        EndedOn = facts.EndedOn is { IsKnown: true } ? facts.EndedOn : null;
        FirstDay = StartedOn.Earliest ?? DateOnly.MinValue;
        LastDay = StartedOn.Latest ?? DateOnly.MinValue;
        Place = facts.Place;
        ConsentCode = facts.Consent!;
        PriorityCode = facts.Priority!;
        _accusations.RemoveAll(a => !facts.Accusations.Contains(a.Code));
        _accusations.AddRange(facts.Accusations.Distinct().Where(code => _accusations.All(a => a.Code != code)).Select(code => new Accusation(code)));
        return [];
    }

    private Result Add(Func<IEnumerable<Refusal>> add, Stamp stamp)
    {
        var refusals = add().ToList();
        if (refusals.Count > 0)
        {
            return Result.Of(refusals);
        }

        Changed(stamp.At);
        return Result.Success;
    }

    private IEnumerable<Refusal> AddVictims(IReadOnlyList<PersonId?> people)
    {
        if (_victims.Count + people.Count > VictimsLimit)
        {
            return [SharedErrors.TooMany.On("Victims").With(VictimsLimit)];
        }

        if (_victims.Count + people.Count == 0)
        {
            return [IncidentErrors.NoVictim];
        }

        foreach (var person in people)
        {
            if (person is not null && _victims.Any(v => v.PersonId == person))
            {
                return [IncidentErrors.VictimTwice];
            }

            _victims.Add(new Victim(_victims.Count + 1, person));
        }

        return [];
    }

    private IEnumerable<Refusal> Add(ActToRecord act, ITerms terms, DateOnly today, string prefix)
    {
        var refusals = new List<Refusal>();
        refusals.RequireTerm(terms, Lists.Acts, act.Code, prefix + "Code");
        refusals.RequireTerm(terms, Lists.Methods, act.Method, prefix + "Method", required: false);
        refusals.RequireTerm(terms, Lists.Motives, act.Motive, prefix + "Motive", required: false);
        refusals.RequireTerm(terms, Lists.VictimStates, act.VictimState, prefix + "VictimState", required: false);
        refusals.RequireTerm(terms, Lists.Rights, act.Right, prefix + "Right", required: false);
        if (act.Victim < 0 || act.Victim >= _victims.Count)
        {
            refusals.Add(IncidentErrors.VictimOfAnotherIncident.On(prefix + "Victim"));
        }

        if (act.On?.IsAfter(today) == true)
        {
            refusals.Add(PartialDateErrors.InTheFuture.On(prefix + "On"));
        }

        if (_acts.Count >= ActsLimit)
        {
            refusals.Add(SharedErrors.TooMany.On("Acts").With(ActsLimit));
        }

        if (refusals.Count == 0)
        {
            _acts.Add(new Act(_acts.Count + 1, _victims[act.Victim].Sequence, act));
        }

        return refusals;
    }

    private IEnumerable<Refusal> Add(InvolvementToRecord involvement, ITerms terms, string prefix)
    {
        var refusals = new List<Refusal>();
        refusals.RequireTerm(terms, Lists.Perpetrators, involvement.Perpetrator, prefix + "Perpetrator");
        refusals.RequireTerm(terms, Lists.Roles, involvement.Role, prefix + "Role", required: false);
        refusals.RequireTerm(terms, Lists.ProofDegrees, involvement.Proof, prefix + "Proof", required: false);
        var description = CleanText.Line(involvement.Description, Involvement.DescriptionLimit, prefix + "Description");
        refusals.AddRange(description.Refusals);
        if (_involvements.Count >= InvolvementsLimit)
        {
            refusals.Add(SharedErrors.TooMany.On("Perpetrators").With(InvolvementsLimit));
        }

        if (refusals.Count == 0)
        {
            _involvements.Add(new Involvement(_involvements.Count + 1, involvement, description.Value));
        }

        return refusals;
    }

    private IEnumerable<Refusal> Add(SourceToRecord source, ITerms terms, string prefix)
    {
        var refusals = new List<Refusal>();
        refusals.RequireTerm(terms, Lists.SourceConnections, source.Connection, prefix + "Connection", required: false);
        refusals.RequireTerm(terms, Lists.SourceMaterials, source.Material, prefix + "Material");
        refusals.RequireTerm(terms, Lists.SourceReliabilities, source.Reliability, prefix + "Reliability", required: false);
        var description = CleanText.Lines(source.Description, Source.DescriptionLimit, prefix + "Description");
        refusals.AddRange(description.Refusals);
        if (_sources.Count >= SourcesLimit)
        {
            refusals.Add(SharedErrors.TooMany.On("Sources").With(SourcesLimit));
        }

        if (refusals.Count == 0)
        {
            _sources.Add(new Source(_sources.Count + 1, source, description.Value));
        }

        return refusals;
    }
}
