using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Access;

/// <summary>
/// For somebody who lost everything they prove themselves with. The password and every session go with it, so that who
/// comes next needs a link that the administrator hands over in person: knowing the old password is not enough.
/// </summary>
[Requires(Permission.ManageUsers)]
public sealed record ResetSecondFactor(MemberId Id) : ICommand<Result<Invitation>>;

public sealed class ResetSecondFactorHandler(ICaseTrackerDb db, ISecondFactors factors, ISignIns signIns, AccessNotices notices, CurrentActor current, Trail trail)
    : IRequestHandler<ResetSecondFactor, Result<Invitation>>
{
    public async Task<Result<Invitation>> Handle(ResetSecondFactor request, CancellationToken cancellationToken)
    {
        trail.Of(request.Id.Value.ToString("N"));
        var member = await db.Members.AsNoTracking().Include(m => m.Memberships).SingleOrDefaultAsync(m => m.Id == request.Id && m.IsActive, cancellationToken);
        if (member is null)
        {
            return SharedErrors.NotFound;
        }

        // One's own is changed under one's account, with a proof; this way it would be given up without one.
        if (current.Actor.Id == request.Id)
        {
            return SharedErrors.Forbidden;
        }

        await factors.ResetAsync(request.Id, cancellationToken);
        if (await signIns.StartOverAsync(request.Id, cancellationToken) is not { } code)
        {
            return SharedErrors.NotFound;
        }

        await notices.TellAsync(NoticeKind.SignInReset, member.Id, member.Teams, detail: null, cancellationToken);
        return new Invitation(request.Id, code);
    }
}
