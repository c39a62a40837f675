using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Access;

/// <summary>A new set-up link for somebody who lost theirs, or forgot their password.</summary>
[Requires(Permission.ManageUsers)]
public sealed record InviteAgain(MemberId Id) : ICommand<Result<Invitation>>;

public sealed class InviteAgainHandler(ICaseTrackerDb db, ISignIns signIns, Trail trail) : IRequestHandler<InviteAgain, Result<Invitation>>
{
    public async Task<Result<Invitation>> Handle(InviteAgain request, CancellationToken cancellationToken)
    {
        trail.Of(request.Id.Value.ToString("N"));
        return await db.Members.AnyAsync(m => m.Id == request.Id && m.IsActive, cancellationToken)
            && await signIns.InviteAgainAsync(request.Id, cancellationToken) is { } code
            ? new Invitation(request.Id, code)
            : SharedErrors.NotFound;
    }
}
