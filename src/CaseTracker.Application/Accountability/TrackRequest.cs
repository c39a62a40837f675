using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Accountability;

/// <summary>Records that something which a release asks was put to the State, so that its reply is followed.</summary>
/// <param name="Key">Made when the form was first shown: the same form sent twice records it once.</param>
/// <param name="Release">Key of the release.</param>
/// <param name="Ask">Key of the request or recommendation in it.</param>
[Requires(Permission.WorkOnIncidents)]
public sealed record TrackRequest(Guid Key, string Release, string Ask, InterventionInput Told) : ICommand<Result<InterventionId>>;

public sealed class TrackRequestHandler(ICaseTrackerDb db, ReplyPeriods periods, CurrentActor current, Calendar calendar, ITerms terms, Trail trail) : IRequestHandler<TrackRequest, Result<InterventionId>>
{
    public async Task<Result<InterventionId>> Handle(TrackRequest request, CancellationToken cancellationToken)
    {
        var release = await db.Releases.AsNoTracking().Include(r => r.Asks).SingleOrDefaultAsync(r => r.Key == request.Release, cancellationToken);
        if (release?.Asks.SingleOrDefault(a => a.Key == request.Ask) is not { } ask)
        {
            return SharedErrors.NotFound;
        }

        var id = InterventionId.From(request.Key);
        if (await db.RecordedBeforeAsync(id, null, ask.Id, cancellationToken) is { } before)
        {
            return before;
        }

        var recorded = Intervention.Record(id, InterventionSubject.Of(ask.Id, release.Date), request.Told.Readable(), terms, periods, calendar.Today, new Stamp(current.MemberId, calendar.Now));
        var refusals = StageInput.Together(request.Told.Unreadable, recorded.Refusals).ToList();
        if (refusals.Count > 0)
        {
            return refusals;
        }

        db.Interventions.Add(recorded.Value);
        trail.Of(release.Key, $"{ask.Key} {recorded.Value.TypeCode}");
        return id;
    }
}
