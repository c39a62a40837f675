using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Access;

/// <param name="Id">Null for all but the one in use.</param>
[Requires(Permission.ManageOwnAccount)]
public sealed record EndOwnSession(Guid? Id) : ICommand<Result>;

public sealed class EndOwnSessionHandler(ISessions sessions, CurrentSession session, CurrentActor current, Trail trail) : IRequestHandler<EndOwnSession, Result>
{
    public async Task<Result> Handle(EndOwnSession request, CancellationToken cancellationToken)
    {
        trail.Of(current.MemberId.Value.ToString("N"), request.Id is null ? "others" : "one");
        if (request.Id is { } id)
        {
            return await sessions.EndAsync(current.MemberId, id, cancellationToken) ? Result.Success : SharedErrors.NotFound;
        }

        await sessions.EndAllAsync(current.MemberId, session.Open?.Id, cancellationToken);
        return Result.Success;
    }
}
