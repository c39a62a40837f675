using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Application.Incidents;

/// <summary>An incident as a list shows it: by pseudonyms, and no more than the row needs.</summary>
public sealed record IncidentListing
{
    public required IncidentId Id { get; init; }

    public required string Number { get; init; }

    public string Title { get; init; } = "";

    internal Sealed<string> SealedTitle { get; init; } = null!;

    internal Sealed<string>? SealedMunicipality { get; init; }

    public required PartialDate StartedOn { get; init; }

    public required DateOnly FirstDay { get; init; }

    public required Place Place { get; init; }

    public required Stage? Highest { get; init; }

    public required Stage? Lowest { get; init; }

    public required Verification Verification { get; init; }

    /// <summary>As in <see cref="Incident.IsSupported"/>.</summary>
    public bool? IsSupported { get; init; }

    public required Workflow Workflow { get; init; }

    public required string Priority { get; init; }

    public required DateTimeOffset LoggedAt { get; init; }

    public required string Owner { get; init; }

    /// <summary>Codes, in the order of recording, each once.</summary>
    public IReadOnlyList<string> Acts { get; init; } = [];

    public IReadOnlyList<string> Pseudonyms { get; init; } = [];

    /// <summary>Victims who are not known.</summary>
    public int UnknownVictims { get; init; }

    public NextAction? Next { get; init; }

    public bool IsErased { get; init; }
}
