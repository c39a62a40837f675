using CaseTracker.Domain.Access;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Protection;

public readonly record struct SignDismissalId(Guid Value) : IStronglyTypedId<SignDismissalId>
{
    public static SignDismissalId From(Guid value) => new(value);

    public static SignDismissalId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

/// <summary>Somebody looked at a sign of escalation and says why it asks for nothing. A later act makes a new sign.</summary>
public sealed class SignDismissal : AggregateRoot<SignDismissalId>
{
    public const int ReasonLimit = 1000;

    private SignDismissal()
    {
    }

    /// <summary>Incident of the act that makes the sign.</summary>
    public IncidentId IncidentId { get; private init; }

    /// <summary>That act's sequence within its incident.</summary>
    public int ActSequence { get; private init; }

    public SignKind Kind { get; private init; }

    public Sealed<string> Reason { get; private init; } = null!;

    public MemberId DismissedBy { get; private init; }

    public static Result<SignDismissal> Of(EscalationSign sign, string? reason, Stamp stamp)
    {
        var clean = CleanText.Lines(reason, ReasonLimit, nameof(Reason), required: true);
        if (!clean.IsSuccess)
        {
            return clean.Refusals.ToList();
        }

        var dismissal = new SignDismissal
        {
            Id = SignDismissalId.New(stamp.At),
            IncidentId = sign.Last.Incident,
            ActSequence = sign.Last.Sequence,
            Kind = sign.Kind,
            Reason = Sealed<string>.Of(clean.Value!),
            DismissedBy = stamp.By,
            CreatedAt = stamp.At,
        };
        dismissal.Created(stamp.At);
        return dismissal;
    }
}

public static class SignErrors
{
    public static readonly Refusal NothingToDismiss = new("sign.nothing_to_dismiss", RefusalKind.Conflict, Field: "Sign");
}
