using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Access;

/// <summary>A new set-up link for somebody who lost theirs, or forgot their password.</summary>
[Requires(Permission.ManageUsers)]
public sealed record InviteAgain(MemberId Id) : ICommand<Result<Invitation>>;

public sealed class InviteAgainHandler(ICaseTrackerDb db, ISignIns signIns, AccessNotices notices, Trail trail) : IRequestHandler<InviteAgain, Result<Invitation>>
{
    public async Task<Result<Invitation>> Handle(InviteAgain request, CancellationToken cancellationToken)
    {
        trail.Of(request.Id.Value.ToString("N"));
        var member = await db.Members.AsNoTracking().Include(m => m.Memberships).SingleOrDefaultAsync(m => m.Id == request.Id && m.IsActive, cancellationToken);
        if (member is null || await signIns.InviteAgainAsync(request.Id, cancellationToken) is not { } code)
        {
            return SharedErrors.NotFound;
        }

        await notices.TellAsync(NoticeKind.SetUpLinkMade, member.Id, member.Teams, detail: null, cancellationToken);
        return new Invitation(request.Id, code);
    }
}
