using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Accountability;

/// <summary>Renames an authority, retires it or sets after how many days its proceedings are stalled.</summary>
/// <param name="Version">The version that the screen showed.</param>
[Requires(Permission.ManageAuthorities)]
public sealed record ChangeAuthority(AuthorityId Id, int Version, AuthorityDetails Details) : ICommand<Result>;

public sealed class ChangeAuthorityHandler(ICaseTrackerDb db, IStalledThresholds thresholds, Calendar calendar, IAreas areas, Trail trail) : IRequestHandler<ChangeAuthority, Result>
{
    public async Task<Result> Handle(ChangeAuthority request, CancellationToken cancellationToken)
    {
        trail.Of(request.Id.Value.ToString("N"), request.Details.IsActive ? null : "retired");
        if (await db.Authorities.SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken) is not { } authority)
        {
            return SharedErrors.NotFound;
        }

        if (authority.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var days = authority.StalledAfterDays;
        var changed = authority.Change(request.Details, areas, calendar.Now);
        if (!changed.IsSuccess)
        {
            return changed;
        }

        if (await db.Authorities.IsNamedAsync(authority, cancellationToken))
        {
            return AuthorityErrors.NameTaken;
        }

        if (days != authority.StalledAfterDays)
        {
            await thresholds.ApplyAsync(authority.Code, authority.StalledAfterDays, cancellationToken);
        }

        return Result.Success;
    }
}
