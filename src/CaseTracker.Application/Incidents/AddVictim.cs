using CaseTracker.Application.Access;
using CaseTracker.Application.People;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>Adds a victim: somebody on record, somebody new, or somebody not known.</summary>
/// <param name="Pseudonym">Of somebody on record; then the rest may only complete what is recorded of them.</param>
[Requires(Permission.WorkOnIncidents)]
public sealed record AddVictim(string Number, int Version, string? Pseudonym, VictimInput Victim) : ICommand<Result>, IWorkOnIncident;

public sealed class AddVictimHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, PeopleRecorder people, Trail trail) : IRequestHandler<AddVictim, Result>
{
    private const string FirstOfMany = "Victims[0].";

    public async Task<Result> Handle(AddVictim request, CancellationToken cancellationToken)
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

        var stamp = new Stamp(current.MemberId, calendar.Now);
        var person = await FindOrRecordAsync(incident.Id, request, stamp, cancellationToken);
        return person.IsSuccess ? OnForm(incident.AddVictim(person.Value, stamp).Refusals) : OnForm(person.Refusals);
    }

    private async Task<Result<PersonId?>> FindOrRecordAsync(IncidentId incident, AddVictim request, Stamp stamp, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Pseudonym))
        {
            return await RecordAsync(incident, request.Victim, stamp, cancellationToken);
        }

        var pseudonym = request.Pseudonym.Trim();
        var known = await db.People.Where(p => p.Pseudonym == pseudonym).Select(p => new { p.Id, p.ErasedAt }).SingleOrDefaultAsync(cancellationToken);
        var refusals = new List<Refusal>();
        if (known is null)
        {
            refusals.Add(PersonErrors.NotOnRecord.On(nameof(request.Pseudonym)));
        }
        else if (known.ErasedAt is not null)
        {
            refusals.Add(ErasureErrors.PersonErased.On(nameof(request.Pseudonym)));
        }

        if (!string.IsNullOrWhiteSpace(request.Victim.Name))
        {
            refusals.Add(PersonErrors.IdentityOnRecord.On(nameof(request.Victim.Name)));
        }

        // Of somebody who cannot be taken the rest is checked as of somebody new, who would need a name.
        var recorded = await RecordAsync(incident, request.Victim with { Person = known is { ErasedAt: null } ? known.Id : null }, stamp, cancellationToken);
        refusals.AddRange(recorded.Refusals.Where(r => r.Field != $"{FirstOfMany}{nameof(VictimInput.Name)}"));
        return refusals.Count > 0 ? refusals : recorded;
    }

    private async Task<Result<PersonId?>> RecordAsync(IncidentId incident, VictimInput victim, Stamp stamp, CancellationToken cancellationToken)
    {
        var recorded = await people.RecordAsync(incident, [victim], stamp, cancellationToken);
        return recorded.IsSuccess ? recorded.Value[0] : recorded.Refusals.ToList();
    }

    /// <summary>The form asks for one victim, so its fields carry no index; only somebody on record can be there twice.</summary>
    private static Result OnForm(IEnumerable<Refusal> refusals) => Result.Of(refusals.Select(r => r switch
    {
        { Field: { } field } when field.StartsWith(FirstOfMany, StringComparison.Ordinal) => r.On(field[FirstOfMany.Length..]),
        _ when r == IncidentErrors.VictimTwice => r.On(nameof(AddVictim.Pseudonym)),
        _ => r,
    }));
}
