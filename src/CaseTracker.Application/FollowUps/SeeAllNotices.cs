using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.FollowUps;

/// <param name="UpTo">When the screen was shown: what came in since then stays unseen.</param>
[Requires(Permission.SeeNotices)]
public sealed record SeeAllNotices(DateTimeOffset UpTo) : ICommand<Result>;

public sealed class SeeAllNoticesHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar) : IRequestHandler<SeeAllNotices, Result>
{
    public async Task<Result> Handle(SeeAllNotices request, CancellationToken cancellationToken)
    {
        var now = calendar.Now;
        await db.Notices
            .Where(n => n.MemberId == current.MemberId && n.SeenAt == null && n.At <= request.UpTo)
            .ExecuteUpdateAsync(s => s.SetProperty(n => n.SeenAt, now), cancellationToken);
        return Result.Success;
    }
}
