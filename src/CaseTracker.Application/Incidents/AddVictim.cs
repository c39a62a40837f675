using CaseTracker.Application.Access;
using CaseTracker.Application.People;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Incidents;

/// <summary>Adds a victim: somebody on record, somebody new, or somebody not known.</summary>
[Requires(Permission.WorkOnIncidents)]
public sealed record AddVictim(string Number, int Version, VictimInput Victim) : ICommand<Result>;

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
        var recorded = await people.RecordAsync([request.Victim], stamp, cancellationToken);
        var result = recorded.IsSuccess ? incident.AddVictim(recorded.Value[0], stamp) : Result.Of(recorded.Refusals);

        // The form asks for one victim, so its fields carry no index.
        return Result.Of(result.Refusals.Select(r => r.Field?.StartsWith(FirstOfMany, StringComparison.Ordinal) == true ? r.On(r.Field[FirstOfMany.Length..]) : r));
    }
}
