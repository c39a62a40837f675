using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Incidents;

public readonly record struct IncidentId(Guid Value) : IStronglyTypedId<IncidentId>
{
    public static IncidentId From(Guid value) => new(value);

    public static IncidentId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

/// <summary>How far the facts are established (domain.md, axis 1). Only V3 is counted towards SDG 16.10.1.</summary>
public enum Verification
{
    V0 = 0,
    V1 = 1,
    V2 = 2,
    V3 = 3,
    V4 = 4,
    V5 = 5,
    V6 = 6,
}

/// <summary>Where an incident is in the organisation's own work; says nothing of truth or justice.</summary>
public enum Workflow
{
    Intake = 0,
    Triage = 1,
    Documenting = 2,
    Review = 3,
    FollowUp = 4,
    Closed = 5,
}

public static class WorkflowRules
{
    public static string Code(this Workflow state) => "CT-WF-" + state.ToString().ToUpperInvariant();

    /// <summary>One step on, any step back, closing from anywhere, reopening into documenting.</summary>
    public static bool CanMove(Workflow from, Workflow to) =>
        from != to && (from == Workflow.Closed ? to is Workflow.Documenting or Workflow.FollowUp : to == Workflow.Closed || to <= from + 1);
}

/// <summary>What the defence of rights was accused of, what was done, and the rest of what is typed on one screen.</summary>
public sealed record IncidentFacts(
    string? Title,
    string? Narrative,
    PartialDate StartedOn,
    PartialDate? EndedOn,
    Places.Place Place,
    string? Consent,
    string? Priority,
    IReadOnlyList<string> Accusations);

/// <param name="Victim">Index into the incident's victims, from 0.</param>
public sealed record ActToRecord(int Victim, string? Code, PartialDate? On = null, string? Method = null, string? Motive = null, string? VictimState = null, string? Right = null);

public sealed record InvolvementToRecord(string? Perpetrator, string? Role, string? Proof, string? Description);

/// <param name="SameOriginAs">Sequence of the source on record that it repeats; null or 0 if it stands on its own.</param>
public sealed record SourceToRecord(string? Connection, string? Material, string? Reliability, string? Description, int? SameOriginAs = null);
