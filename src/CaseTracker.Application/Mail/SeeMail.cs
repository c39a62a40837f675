using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Mail;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Mail;

/// <summary>Mail as its keeper sees it: when, to whom, how often, and why not. Of the incident, not even the number.</summary>
/// <param name="Status">Null for all that has not been sent or settled.</param>
/// <param name="Page">From 1.</param>
[Requires(Permission.ManageMail)]
public sealed record SeeMail(MailStatus? Status, int Page) : ITracedList<Result<MailBoard>>
{
    public int RowsIn(Result<MailBoard> answer) => answer.Value.Lines.Count;

    public const int PageSize = 50;
}

public sealed record MailBoard(IReadOnlyDictionary<MailStatus, int> Counts, IReadOnlyList<MailLine> Lines, int Page, bool HasMore);

public sealed record MailLine(
    OutgoingMailId Id,
    DateTimeOffset At,
    string Member,
    MailStatus Status,
    int Attempts,
    MailFailure Failure,
    DateTimeOffset NextAttemptAt)
{
    public bool AwaitsSomebody => Status is MailStatus.Uncertain or MailStatus.Failed;
}

public sealed class SeeMailHandler(ICaseTrackerDb db) : IRequestHandler<SeeMail, Result<MailBoard>>
{
    private static readonly MailStatus[] Unfinished = [MailStatus.Uncertain, MailStatus.Failed, MailStatus.Pending, MailStatus.Sending];

    public async Task<Result<MailBoard>> Handle(SeeMail request, CancellationToken cancellationToken)
    {
        var page = Math.Clamp(request.Page, 1, 10_000);
        var counts = await db.OutgoingMail.GroupBy(m => m.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        MailStatus[] wanted = request.Status is { } status ? [status] : Unfinished;
        var lines = await (
            from mail in db.OutgoingMail
            join member in db.Members on mail.MemberId equals member.Id
            where wanted.Contains(mail.Status)
            orderby mail.At descending, mail.Id descending
            select new MailLine(mail.Id, mail.At, member.DisplayName, mail.Status, mail.Attempts, mail.LastFailure, mail.NextAttemptAt))
            .Skip((page - 1) * SeeMail.PageSize)
            .Take(SeeMail.PageSize + 1)
            .ToListAsync(cancellationToken);
        return new MailBoard(counts, [.. lines.Take(SeeMail.PageSize)], page, lines.Count > SeeMail.PageSize);
    }
}
