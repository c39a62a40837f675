using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;

namespace CaseTracker.Domain.FollowUps;

public enum NoticeKind
{
    FollowUpDueSoon = 1,
    FollowUpDue = 2,
    FollowUpOverdue = 3,
    FollowUpAssigned = 4,
    IncidentLogged = 5,
    IncidentAssigned = 6,
    HandOverProposed = 7,
    HandOverAccepted = 8,
    HandOverDeclined = 9,
    IncidentTaken = 10,
    AccessGiven = 11,
    IdentityOpened = 12,
    IncidentErased = 13,
    IdentityErased = 14,

    /// <summary>For those who led an incident that was erased: somebody opened an identity that another incident kept.</summary>
    LeftIdentityOpened = 15,

    CampaignErased = 16,

    /// <summary>What tracked a request of a release was erased.</summary>
    TrackingErased = 17,

    /// <summary>Nobody answered in time what a release asks, which no incident and so no follow-up is about.</summary>
    ReplyOverdue = 30,

    /// <summary>For those who watch over the trail or the server: something sealed was altered.</summary>
    SealBroken = 20,

    /// <summary>For supervisors and auditors: somebody reads more than a day's work needs.</summary>
    ReadingInBulk = 21,

    /// <summary>For those who watch over the trail or the server: a record's key is gone without having been destroyed.</summary>
    KeyMissing = 22,

    /// <summary>For those who watch over the trail or the server: the trail, or what it vouches for, was changed past the product.</summary>
    TrailFault = 23,

    /// <summary>For auditors, the supervisors of their teams and themselves: somebody's password and second factor were taken away.</summary>
    SignInReset = 40,

    /// <summary>The same: whoever holds the new link chooses somebody's password.</summary>
    SetUpLinkMade = 41,

    /// <summary>For auditors and the supervisors of their teams: somebody is new, and reads from now on.</summary>
    MemberAdded = 42,

    /// <summary>Somebody's role is another, or they may enter (again) or no longer.</summary>
    RoleChanged = 43,
    TeamsChanged = 44,
}

/// <summary>
/// What the product tells one member. It is the truth of what was announced: an e-mail only repeats that it exists.
/// <see cref="Key"/> is unique, so whoever writes the notice first has claimed the occasion.
/// </summary>
public sealed class Notice
{
    public const int KeyLimit = 120;

    /// <summary>With these an administrator opens to somebody, or to themselves, what a member reads.</summary>
    public static readonly IReadOnlyList<NoticeKind> OfAccess =
        [NoticeKind.SignInReset, NoticeKind.SetUpLinkMade, NoticeKind.MemberAdded, NoticeKind.RoleChanged, NoticeKind.TeamsChanged];

    private Notice()
    {
    }

    public Guid Id { get; private init; }

    public string Key { get; private init; } = "";

    public NoticeKind Kind { get; private init; }

    public MemberId MemberId { get; private init; }

    /// <summary>Null for an alarm, because whoever is told of one may see no incidents; and for what is about a release or a campaign.</summary>
    public IncidentId? IncidentId { get; private init; }

    public FollowUpId? FollowUpId { get; private init; }

    /// <summary>The day that the notice speaks of; null where it speaks of none.</summary>
    public DateOnly? DueOn { get; private init; }

    /// <summary>For a reminder, the first day on which it was the right one; a reminder of an earlier step is not made after it.</summary>
    public DateOnly? StepFrom { get; private init; }

    /// <summary>What an alarm is about, as the trail names it, the id of an intervention, or the number of a campaign. Null for who may not know.</summary>
    public string? Subject { get; private init; }

    /// <summary>Codes of an alarm, as in the trail.</summary>
    public string? Detail { get; private init; }

    public DateTimeOffset At { get; private init; }

    public DateTimeOffset? SeenAt { get; private set; }

    public static Notice To(MemberId member, string key, NoticeKind kind, IncidentId incident, DateTimeOffset at, FollowUpId? followUp = null, DateOnly? dueOn = null) =>
        new() { Id = Guid.CreateVersion7(at), Key = key, Kind = kind, MemberId = member, IncidentId = incident, FollowUpId = followUp, DueOn = dueOn, At = at };

    public static Notice Of(Reminder reminder, FollowUpId followUp, MemberId member, IncidentId incident, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        Key = reminder.KeyFor(followUp),
        Kind = reminder.Kind,
        MemberId = member,
        IncidentId = incident,
        FollowUpId = followUp,
        DueOn = reminder.DueOn,
        StepFrom = reminder.From,
        At = at,
    };

    public static Notice Alarm(MemberId member, string key, NoticeKind kind, string? subject, string? detail, DateTimeOffset at) =>
        new() { Id = Guid.CreateVersion7(at), Key = key, Kind = kind, MemberId = member, Subject = subject, Detail = detail, At = at };

    /// <param name="subject">Id of the intervention.</param>
    public static Notice OfReply(MemberId member, string key, string subject, DateOnly dueOn, DateTimeOffset at) =>
        new() { Id = Guid.CreateVersion7(at), Key = key, Kind = NoticeKind.ReplyOverdue, MemberId = member, Subject = subject, DueOn = dueOn, At = at };

    /// <param name="subject">Number of the campaign, or id of the intervention.</param>
    public static Notice OfErased(MemberId member, string key, NoticeKind kind, string subject, DateTimeOffset at) =>
        new() { Id = Guid.CreateVersion7(at), Key = key, Kind = kind, MemberId = member, Subject = subject, At = at };

    public void See(DateTimeOffset at) => SeenAt ??= at;
}
