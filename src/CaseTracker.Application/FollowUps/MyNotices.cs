using CaseTracker.Application.Access;
using CaseTracker.Application.Audit;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.FollowUps;

/// <summary>What the product has told the actor, newest first. A notice about an incident that they may no longer see is gone.</summary>
/// <param name="Page">From 1.</param>
[Requires(Permission.SeeNotices)]
public sealed record MyNotices(int Page = 1, bool UnseenOnly = false) : ITracedList<Result<NoticeBoard>>
{
    public int RowsIn(Result<NoticeBoard> answer) => answer.Value.Lines.Count;

    public const int PageSize = 50;
}

public sealed record NoticeBoard(int Unseen, IReadOnlyList<NoticeLine> Lines, int Page, bool HasMore);

/// <param name="Number">Of the incident; null for an alarm.</param>
/// <param name="Subject">What an alarm is about, as the trail names it.</param>
/// <param name="Detail">Codes of an alarm.</param>
public sealed record NoticeLine(Guid Id, NoticeKind Kind, string? Number, DateOnly? DueOn, DateTimeOffset At, bool IsSeen, string? Subject, string? Detail)
{
    /// <summary>The name where an alarm is about a member.</summary>
    public string? Who { get; init; }

    /// <summary>It is about the reader's own access.</summary>
    public bool IsOwn { get; init; }
}

public sealed class MyNoticesHandler(ICaseTrackerDb db, CurrentActor current) : IRequestHandler<MyNotices, Result<NoticeBoard>>
{
    public async Task<Result<NoticeBoard>> Handle(MyNotices request, CancellationToken cancellationToken)
    {
        var page = Math.Clamp(request.Page, 1, 10_000);
        var mine = from notice in db.Notices
                   where notice.MemberId == current.MemberId
                   join incident in db.Incidents on notice.IncidentId equals (IncidentId?)incident.Id into found
                   from incident in found.DefaultIfEmpty()
                   where notice.IncidentId == null || incident != null
                   select new { notice, Number = incident == null ? null : incident.Number };
        var unseen = await mine.CountAsync(n => n.notice.SeenAt == null, cancellationToken);
        var lines = await mine
            .Where(n => !request.UnseenOnly || n.notice.SeenAt == null)
            .OrderByDescending(n => n.notice.At).ThenByDescending(n => n.notice.Id)
            .Skip((page - 1) * MyNotices.PageSize)
            .Take(MyNotices.PageSize + 1)
            .Select(n => new NoticeLine(n.notice.Id, n.notice.Kind, n.Number, n.notice.DueOn, n.notice.At, n.notice.SeenAt != null, n.notice.Subject, n.notice.Detail))
            .ToListAsync(cancellationToken);
        var names = await db.Members.NamesAsync(lines.Select(MemberIn).OfType<MemberId>(), cancellationToken);
        var shown = lines.Take(MyNotices.PageSize).Select(l => MemberIn(l) is { } member ? l with { Who = names.Of(member), IsOwn = member == current.MemberId } : l);
        return new NoticeBoard(unseen, [.. shown], page, lines.Count > MyNotices.PageSize);
    }

    private static MemberId? MemberIn(NoticeLine line) => line.Kind == NoticeKind.ReadingInBulk || Notice.OfAccess.Contains(line.Kind) ? TrailFilter.MemberIn(line.Subject) : null;
}
