using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Access;

/// <summary>Where the actor is signed in.</summary>
[Requires(Permission.ManageOwnAccount)]
public sealed record OwnSessions : IQuery<Result<OwnSessionsView>>;

/// <param name="Current">The one of this request.</param>
public sealed record OwnSessionsView(IReadOnlyList<SessionView> Sessions, Guid? Current);

public sealed class OwnSessionsHandler(ISessions sessions, CurrentSession session, CurrentActor current) : IRequestHandler<OwnSessions, Result<OwnSessionsView>>
{
    public async Task<Result<OwnSessionsView>> Handle(OwnSessions request, CancellationToken cancellationToken) =>
        new OwnSessionsView(await sessions.ListAsync(current.MemberId, cancellationToken), session.Open?.Id);
}
