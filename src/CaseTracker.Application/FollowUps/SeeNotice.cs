using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.FollowUps;

[Requires(Permission.SeeNotices)]
public sealed record SeeNotice(Guid Id) : ICommand<Result>;

public sealed class SeeNoticeHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar) : IRequestHandler<SeeNotice, Result>
{
    public async Task<Result> Handle(SeeNotice request, CancellationToken cancellationToken)
    {
        var notice = await db.Notices.SingleOrDefaultAsync(n => n.Id == request.Id && n.MemberId == current.MemberId, cancellationToken);
        if (notice is null)
        {
            return SharedErrors.NotFound;
        }

        notice.See(calendar.Now);
        return Result.Success;
    }
}
