using CaseTracker.Domain.Access;
using CaseTracker.Domain.Confidentiality;

namespace CaseTracker.Application.Incidents;

/// <summary>What somebody has typed so far of an incident that is not logged yet. Seen by them alone, and gone once logged.</summary>
public sealed class IncidentDraft
{
    public const int ContentLimit = 400_000;

    /// <summary>Also the id that the incident will have, so that sending the same form twice logs it once.</summary>
    public Guid Id { get; init; }

    public MemberId OwnerId { get; init; }

    /// <summary>The form's fields as JSON (name → values).</summary>
    public Sealed<string> Content { get; set; } = null!;

    public DateTimeOffset SavedAt { get; set; }
}
