using CaseTracker.Application.Access;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Places;

namespace CaseTracker.Application.Incidents;

/// <summary>A filter that was understood. Null is "not asked".</summary>
public sealed record IncidentCriteria
{
    public SearchText? Text { get; init; }

    public List<string>? Acts { get; init; }

    public bool NoPath { get; init; }

    public Stage? Stage { get; init; }

    public Stage? MinStage { get; init; }

    /// <summary>Rung that some path must have come to.</summary>
    public int? Reached { get; init; }

    public bool? Path { get; init; }

    public bool? Convicted { get; init; }

    public JusticeAsked? Justice { get; init; }

    public bool? Counted { get; init; }

    public Verification? LowestVerification { get; init; }

    public Verification? HighestVerification { get; init; }

    public SupportAsked? Supported { get; init; }

    public Workflow? Workflow { get; init; }

    public MemberId? Owner { get; init; }

    public List<TeamId>? Teams { get; init; }

    public Area? Area { get; init; }

    public string? Priority { get; init; }

    public string? Profile { get; init; }

    public string? Perpetrator { get; init; }

    /// <summary>Somebody to whom it was done.</summary>
    public PersonId? Person { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Its key.</summary>
    public string? Release { get; init; }

    public bool? Killings { get; init; }

    /// <summary>Codes of the acts that are killings.</summary>
    public List<string> KillingActs { get; init; } = [];

    public DateOnly? BeganBy { get; init; }

    public DateOnly? AsOf { get; init; }

    public bool Stalled { get; init; }

    public bool Hearing { get; init; }

    public bool Handed { get; init; }

    public MemberId? Reader => By.Id;

    /// <summary>Who asks, for what they may know and not only see.</summary>
    public Actor By { get; init; } = Actor.Nobody;

    public DateTimeOffset Now { get; init; }

    public DateOnly Today { get; init; }
}

public enum JusticeAsked
{
    /// <summary>All that are asked about: those that could have ended in a conviction.</summary>
    Any,
    None,
    Partial,
    Full,

    /// <summary>Anything but full justice.</summary>
    Unresolved,
}

/// <summary>Of verified incidents: what their recorded claims say of it. Spelt as in the address.</summary>
public enum SupportAsked
{
    Yes,
    No,
    Unrecorded,
}
