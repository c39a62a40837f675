using CaseTracker.Domain.Access;

namespace CaseTracker.Domain.Audit;

/// <summary>One line of the trail: who did what to which record, when. Holds ids and codes, never content.</summary>
public sealed class AuditEntry
{
    public const int ActionLimit = 60;
    public const int SubjectLimit = 60;
    public const int DetailLimit = 200;

    private AuditEntry()
    {
    }

    public long Sequence { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>Null for what nobody signed in did (a job, a refused sign-in).</summary>
    public MemberId? ActorId { get; private init; }

    /// <summary>Name of the operation, e.g. <c>LogIncident</c>.</summary>
    public string Action { get; private init; } = "";

    public AuditOutcome Outcome { get; private init; }

    /// <summary>Number or id of the record concerned, e.g. <c>CT-2026-00042</c>.</summary>
    public string? Subject { get; private init; }

    /// <summary>Codes only, e.g. <c>J1&gt;J2</c>.</summary>
    public string? Detail { get; private init; }

    public static AuditEntry Of(DateTimeOffset at, MemberId? actor, string action, AuditOutcome outcome, string? subject, string? detail) =>
        new() { At = at, ActorId = actor, Action = action, Outcome = outcome, Subject = subject, Detail = detail };
}

public enum AuditOutcome
{
    Done = 1,
    Refused = 2,
    Denied = 3,
}
