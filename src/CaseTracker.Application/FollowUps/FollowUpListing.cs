using CaseTracker.Application.Confidentiality;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;

namespace CaseTracker.Application.FollowUps;

public sealed record FollowUpListing
{
    public required FollowUpId Id { get; init; }

    public required int Version { get; init; }

    public required string Number { get; init; }

    public string Title { get; init; } = "";

    public required string Kind { get; init; }

    public string? Note { get; init; }

    public required DateOnly DueOn { get; init; }

    public required MemberId AssigneeId { get; init; }

    public required string Assignee { get; init; }

    public required Recurrence Recurrence { get; init; }

    /// <summary>How often it was put off.</summary>
    public required int Postponed { get; init; }

    public required string? Outcome { get; init; }

    public string? OutcomeNote { get; init; }

    public required DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The reader may settle it, and not only read it.</summary>
    public bool MayWork { get; init; }

    internal IncidentId Incident { get; init; }

    internal Sealed<string> SealedTitle { get; init; } = null!;

    internal Sealed<string>? SealedNote { get; init; }

    internal Sealed<string>? SealedOutcome { get; init; }

    internal FollowUpListing Opened(IncidentKeys keys) => this with
    {
        Title = keys.Title(SealedTitle),
        Note = keys.Of(SealedFields.FollowUpNote, Id, SealedNote),
        OutcomeNote = keys.Of(SealedFields.FollowUpOutcome, Id, SealedOutcome),
    };
}
