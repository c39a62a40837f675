using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Reference;

/// <summary>Records how far a request or recommendation was carried out, since when, and how that is known.</summary>
/// <param name="Release">Key of the release.</param>
/// <param name="Ask">Key of the request or recommendation in it.</param>
/// <param name="Version">The release's version that the screen showed.</param>
/// <param name="Status">Code of the list <c>recommendation-statuses</c>.</param>
[Requires(Permission.WorkOnIncidents)]
public sealed record RecordImplementation(string Release, string Ask, int Version, string? Status, string? Reason, DateInput On) : ICommand<Result>;

public sealed class RecordImplementationHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, ITerms terms, Trail trail)
    : IRequestHandler<RecordImplementation, Result>
{
    public async Task<Result> Handle(RecordImplementation request, CancellationToken cancellationToken)
    {
        var release = await db.Releases.WithParts().SingleOrDefaultAsync(r => r.Key == request.Release, cancellationToken);
        if (release?.Asks.SingleOrDefault(a => a.Key == request.Ask) is not { } ask)
        {
            return SharedErrors.NotFound;
        }

        if (release.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var on = request.On.ToDate(nameof(request.On));
        if (!on.IsSuccess)
        {
            return Result.Of(on.Refusals);
        }

        var former = ask.StatusCode;
        var recorded = release.RecordImplementation(
            ask.Key, request.Status, request.Reason, on.Value, terms, calendar.Today, new Stamp(current.MemberId, calendar.Now));
        trail.Of(release.Key, $"{ask.Key} {former}>{ask.StatusCode}");
        return recorded;
    }
}
