using CaseTracker.Domain.Access;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Incidents;

/// <summary>What somebody established about orders: that nobody gave any, or that this is not known after all. The last one stands.</summary>
public sealed class OrderFinding
{
    private OrderFinding()
    {
    }

    internal OrderFinding(int sequence, bool nobodyGaveOrders, string reason, Stamp stamp)
    {
        Sequence = sequence;
        NobodyGaveOrders = nobodyGaveOrders;
        Reason = Sealed<string>.Of(reason);
        By = stamp.By;
        At = stamp.At;
    }

    public int Sequence { get; private init; }

    public bool NobodyGaveOrders { get; private init; }

    public Sealed<string> Reason { get; private init; } = null!;

    public MemberId By { get; private init; }

    public DateTimeOffset At { get; private init; }
}
