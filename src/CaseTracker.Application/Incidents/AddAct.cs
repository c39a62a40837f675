using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;

namespace CaseTracker.Application.Incidents;

/// <summary>Adds something that was done to one of the victims.</summary>
/// <param name="Victim">Sequence of the victim within the incident, from 1.</param>
[Requires(Permission.WorkOnIncidents)]
public sealed record AddAct(string Number, int Version, int? Victim, ActInput Act) : ICommand<Result>, IWorkOnIncident;

/// <summary>An act as typed; codes of the lists acts, methods, motives, victim-states and rights.</summary>
public sealed record ActInput(string? Code, DateInput On, string? Method, string? Motive, string? VictimState, string? Right);

public sealed class AddActHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, ITerms terms, Trail trail) : IRequestHandler<AddAct, Result>
{
    public async Task<Result> Handle(AddAct request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.Whole().FindAsync(request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        if (incident.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var on = request.Act.On.ToDate(nameof(ActInput.On));
        List<Refusal> refusals = [.. on.Refusals];
        if (request.Victim is null)
        {
            refusals.Add(SharedErrors.Required.On(nameof(request.Victim)));
        }

        var victim = incident.Victims.Select((v, index) => (v.Sequence, index)).Where(v => v.Sequence == request.Victim).Select(v => v.index).DefaultIfEmpty(-1).First();
        var act = new ActToRecord(
            victim,
            request.Act.Code,
            on.IsSuccess ? on.Value : null,
            request.Act.Method,
            request.Act.Motive,
            request.Act.VictimState,
            request.Act.Right);
        var added = incident.AddAct(act, terms, calendar.Today, new Stamp(current.MemberId, calendar.Now));
        refusals.AddRange(added.Refusals.Where(r => request.Victim is not null || r.Field != nameof(request.Victim)));
        return Result.Of(refusals);
    }
}
