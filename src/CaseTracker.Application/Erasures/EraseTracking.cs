using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Erasures;

/// <summary>Orders what was written while a request of a release was tracked to be erased for good. An intervention about an incident goes with the incident.</summary>
/// <param name="Confirmation">The key of the release, as it stands in its address, typed once more.</param>
/// <param name="Understood">That nothing brings it back.</param>
[Requires(Permission.EraseRecords)]
public sealed record EraseTracking(InterventionId Id, ErasureGround? Ground, string? Confirmation, bool Understood) : ICommand<Result<ErasureId>>, IWorkOnIntervention;

public sealed class EraseTrackingHandler(ICaseTrackerDb db, ErasureOrders orders, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<EraseTracking, Result<ErasureId>>
{
    public async Task<Result<ErasureId>> Handle(EraseTracking request, CancellationToken cancellationToken)
    {
        if (await db.FindInterventionAsync(request.Id, cancellationToken) is not { } found)
        {
            return SharedErrors.NotFound;
        }

        trail.Of(found.Subject, found.Intervention.TypeCode);
        if (found.Incident is not null)
        {
            return ErasureErrors.GoesWithIncident;
        }

        var intervention = found.Intervention;
        var ordered = await orders.OrderAsync(ErasureSubject.Of(intervention.Id, found.Subject), request.Ground, [ErasedRecord.Of(intervention.Id)], cancellationToken);
        List<Refusal> refusals = [.. ordered.Refusals, .. ErasureOrders.Check(request.Confirmation, found.Subject, ErasureErrors.ReleaseDiffers, request.Understood)];
        if (refusals.Count > 0)
        {
            return refusals;
        }

        trail.Of(found.Subject, $"{ordered.Value.Detail} {ordered.Value.Ground}");
        intervention.Erase(new Stamp(current.MemberId, calendar.Now));
        orders.Tell(intervention.RecordedBy, NoticeKind.TrackingErased, ordered.Value.Detail!, ordered.Value);
        return ordered.Value.Id;
    }
}
