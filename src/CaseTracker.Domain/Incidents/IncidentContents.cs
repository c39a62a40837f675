using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Domain.Incidents;

/// <summary>What an incident is made of: victims, acts, perpetrators and sources, added and never taken away.</summary>
public sealed partial class Incident
{
    public Result AddVictim(PersonId? person, Stamp stamp) => Unless(() => AddVictims([person]), stamp);

    public Result AddAct(ActToRecord act, ITerms terms, DateOnly today, Stamp stamp) => Unless(() => Add(act, terms, today, ""), stamp);

    /// <summary>Somebody more answers for it: what had been full justice may be partial again.</summary>
    public Result AddInvolvement(InvolvementToRecord involvement, ITerms terms, Stamp stamp) => Rederived(Result.Of(Add(involvement, terms, "")), stamp);

    public Result AddSource(SourceToRecord source, ITerms terms, Stamp stamp) => Unless(() => Add(source, terms, ""), stamp);

    private Result Unless(Func<IEnumerable<Refusal>> refused, Stamp stamp)
    {
        var refusals = refused().ToList();
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
        if (source.SameOriginAs is { } origin && (origin < 0 || origin > _sources.Count))
        {
            refusals.Add(ClaimErrors.OriginNotEarlier.On(prefix + "SameOriginAs"));
        }

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
