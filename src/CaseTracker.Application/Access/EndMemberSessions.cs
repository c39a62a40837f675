using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Access;

/// <summary>For a telephone that was lost or taken.</summary>
/// <param name="Session">Null for all of them.</param>
[Requires(Permission.ManageUsers)]
public sealed record EndMemberSessions(MemberId Id, Guid? Session) : ICommand<Result>;

public sealed class EndMemberSessionsHandler(ICaseTrackerDb db, ISessions sessions, ISignIns signIns, Trail trail) : IRequestHandler<EndMemberSessions, Result>
{
    public async Task<Result> Handle(EndMemberSessions request, CancellationToken cancellationToken)
    {
        trail.Of(request.Id.Value.ToString("N"), request.Session is null ? "all" : "one");
        if (!await db.Members.AnyAsync(m => m.Id == request.Id, cancellationToken))
        {
            return SharedErrors.NotFound;
        }

        if (request.Session is { } id)
        {
            return await sessions.EndAsync(request.Id, id, cancellationToken) ? Result.Success : SharedErrors.NotFound;
        }

        await signIns.RevokeAsync(request.Id, cancellationToken);
        return Result.Success;
    }
}
