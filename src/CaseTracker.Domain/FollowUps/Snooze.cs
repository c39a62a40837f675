using CaseTracker.Domain.Access;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.FollowUps;

/// <summary>One postponement, with the reason that was given for it.</summary>
public sealed class Snooze
{
    private Snooze()
    {
    }

    internal Snooze(int sequence, DateOnly from, DateOnly to, Sealed<string> reason, Stamp stamp)
    {
        Sequence = sequence;
        From = from;
        To = to;
        Reason = reason;
        By = stamp.By;
        At = stamp.At;
    }

    public int Sequence { get; private init; }

    public DateOnly From { get; private init; }

    public DateOnly To { get; private init; }

    public Sealed<string> Reason { get; private init; } = null!;

    public MemberId By { get; private init; }

    public DateTimeOffset At { get; private init; }
}
