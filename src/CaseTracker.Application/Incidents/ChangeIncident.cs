using CaseTracker.Application.Access;
using CaseTracker.Application.People;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;

namespace CaseTracker.Application.Incidents;

/// <summary>Replaces the incident's own facts by what was typed.</summary>
/// <param name="Version">The version that the form was filled from.</param>
[Requires(Permission.WorkOnIncidents)]
public sealed record ChangeIncident(string Number, int Version, IncidentInput Facts) : ICommand<Result>, IWorkOnIncident;

public sealed class ChangeIncidentHandler(
    ICaseTrackerDb db,
    CurrentActor current,
    Calendar calendar,
    ITerms terms,
    IAreas areas,
    IIdentityRegister identities,
    IncidentIndex index,
    Trail trail) : IRequestHandler<ChangeIncident, Result>
{
    public async Task<Result> Handle(ChangeIncident request, CancellationToken cancellationToken)
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

        var refusals = new List<Refusal>();
        var facts = request.Facts.ToFacts(areas);
        refusals.AddRange(facts.Refusals);
        if (request.Facts.Title is { Length: > 0 and <= Incident.TitleLimit } title && await identities.NamesSomebodyAsync(title, cancellationToken))
        {
            refusals.Add(IncidentErrors.TitleNamesSomebody);
        }

        // Where something is unusable already, stand-ins let the rest be checked too; nothing of it is stored.
        var changed = incident.Change(facts.IsSuccess ? facts.Value : request.Facts.StandIn(areas), terms, calendar.Today, new Stamp(current.MemberId, calendar.Now));
        refusals.AddRange(changed.Refusals);
        if (refusals.Count == 0)
        {
            await index.ReplaceAsync(incident.Id, facts.Value, cancellationToken);
        }

        return Result.Of(refusals.Distinct());
    }
}
