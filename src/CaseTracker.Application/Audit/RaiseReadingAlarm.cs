using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Audit;

/// <summary>
/// Leaves a line and tells the supervisors of the member's teams and the auditors, once in each window. It stops nobody: a
/// supervisor who sees that it is not work can end the member's sessions with an administrator's help.
/// </summary>
[SystemOnly]
public sealed record RaiseReadingAlarm(MemberId Member, ReadingLimit Limit, int Count) : ICommand<Result>;

public sealed class RaiseReadingAlarmHandler(ICaseTrackerDb db, Calendar calendar, Trail trail) : IRequestHandler<RaiseReadingAlarm, Result>
{
    public async Task<Result> Handle(RaiseReadingAlarm request, CancellationToken cancellationToken)
    {
        var (limit, now) = (request.Limit, calendar.Now);
        var subject = request.Member.Value.ToString("N");
        var what = limit.Reading switch { Reading.Incidents => "incidents:", Reading.Identities => "identities:", _ => "exports:" };
        var since = now - limit.Within;
        if (await db.Trail.AnyAsync(e => e.Subject == subject && e.Action == nameof(RaiseReadingAlarm) && e.At > since && e.Detail!.StartsWith(what), cancellationToken))
        {
            return ReadingErrors.AlreadyRaised;
        }

        // Two alarms are a window apart, so each has a number of its own; two nodes that raise one have the same.
        var window = now.UtcTicks / limit.Within.Ticks;
        var detail = FormattableString.Invariant($"{what}{request.Count} minutes:{limit.Minutes}");
        foreach (var recipient in await RecipientsAsync(request.Member, cancellationToken))
        {
            db.Notices.Add(Notice.Alarm(recipient, FormattableString.Invariant($"reading:{what}{window}:{subject}:{recipient.Value:N}"), NoticeKind.ReadingInBulk, subject, detail, now));
        }

        trail.Of(subject, detail);
        return Result.Success;
    }

    private async Task<List<MemberId>> RecipientsAsync(MemberId member, CancellationToken cancellationToken)
    {
        var others = db.Members.Where(m => m.IsActive && m.Id != member);
        var teams = db.Members.Where(m => m.Id == member).SelectMany(m => m.Memberships).Select(t => t.TeamId);
        var recipients = await others.Where(m => m.Role == Role.Auditor || (m.Role == Role.Supervisor && m.Memberships.Any(t => teams.Contains(t.TeamId)))).Select(m => m.Id).ToListAsync(cancellationToken);

        // A small organisation may have nobody who watches; then whoever can end the sessions is told.
        return recipients.Count > 0 ? recipients : await others.Where(m => m.Role == Role.Administrator).Select(m => m.Id).ToListAsync(cancellationToken);
    }
}

public static class ReadingErrors
{
    public static readonly Refusal AlreadyRaised = new("reading.already_raised");
}
