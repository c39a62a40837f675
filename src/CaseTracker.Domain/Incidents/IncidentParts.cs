using CaseTracker.Domain.Access;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Incidents;

/// <summary>Somebody to whom it was done; without a person when they are not known.</summary>
public sealed class Victim
{
    private Victim()
    {
    }

    internal Victim(int sequence, PersonId? person)
    {
        Sequence = sequence;
        PersonId = person;
    }

    public int Sequence { get; private init; }

    public PersonId? PersonId { get; private init; }
}

/// <summary>What was done to one victim.</summary>
public sealed class Act
{
    private Act()
    {
    }

    internal Act(int sequence, int victim, ActToRecord act)
    {
        Sequence = sequence;
        VictimSequence = victim;
        Code = act.Code!;
        On = act.On is { IsKnown: true } ? act.On : null;
        MethodCode = Blank(act.Method);
        MotiveCode = Blank(act.Motive);
        VictimStateCode = Blank(act.VictimState);
        RightCode = Blank(act.Right);
    }

    public int Sequence { get; private init; }

    public int VictimSequence { get; private init; }

    public string Code { get; private init; } = "";

    /// <summary>Null when it is the incident's own date.</summary>
    public PartialDate? On { get; private init; }

    public string? MethodCode { get; private init; }

    public string? MotiveCode { get; private init; }

    public string? VictimStateCode { get; private init; }

    public string? RightCode { get; private init; }

    private static string? Blank(string? code) => string.IsNullOrWhiteSpace(code) ? null : code;
}

/// <summary>A perpetrator, and the part they had in it.</summary>
public sealed class Involvement
{
    public const int DescriptionLimit = 200;

    private Involvement()
    {
    }

    internal Involvement(int sequence, InvolvementToRecord involvement, string? description)
    {
        Sequence = sequence;
        PerpetratorCode = involvement.Perpetrator!;
        RoleCode = string.IsNullOrWhiteSpace(involvement.Role) ? null : involvement.Role;
        ProofCode = string.IsNullOrWhiteSpace(involvement.Proof) ? null : involvement.Proof;
        Description = Sealing.Of(description);
    }

    public int Sequence { get; private init; }

    public string PerpetratorCode { get; private init; } = "";

    public string? RoleCode { get; private init; }

    public string? ProofCode { get; private init; }

    public Sealed<string>? Description { get; private init; }
}

/// <summary>How something is known.</summary>
public sealed class Source
{
    public const int DescriptionLimit = 1000;

    /// <summary>ESF 42: likely unreliable, highly unreliable.</summary>
    private static readonly string[] Unreliable = ["04", "05"];

    private Source()
    {
    }

    internal Source(int sequence, SourceToRecord source, string? description)
    {
        Sequence = sequence;
        ConnectionCode = string.IsNullOrWhiteSpace(source.Connection) ? null : source.Connection;
        MaterialCode = source.Material!;
        ReliabilityCode = string.IsNullOrWhiteSpace(source.Reliability) ? null : source.Reliability;
        SameOriginAs = source.SameOriginAs is > 0 ? source.SameOriginAs : null;
        Description = Sealing.Of(description);
    }

    public int Sequence { get; private init; }

    public string? ConnectionCode { get; private init; }

    public string MaterialCode { get; private init; } = "";

    public string? ReliabilityCode { get; private set; }

    /// <summary>Sequence of the earlier source that it repeats: two reports of one wire are one source. Null if it stands on its own.</summary>
    public int? SameOriginAs { get; private set; }

    /// <summary>Somebody weighed it and did not trust it. A source that nobody weighed is not unreliable.</summary>
    public bool IsUnreliable => Unreliable.Contains(ReliabilityCode);

    public Sealed<string>? Description { get; private init; }

    /// <param name="reliability">Null or empty leaves it as it is.</param>
    /// <param name="sameOriginAs">Null leaves it as it is; 0 is none.</param>
    internal void Weigh(string? reliability, int? sameOriginAs)
    {
        ReliabilityCode = string.IsNullOrWhiteSpace(reliability) ? ReliabilityCode : reliability;
        SameOriginAs = sameOriginAs switch
        {
            null => SameOriginAs,
            0 => null,
            var earlier => earlier,
        };
    }
}

/// <summary>What the defenders were accused of, in a smear (code of <c>narratives</c>).</summary>
public sealed class Accusation
{
    private Accusation()
    {
    }

    internal Accusation(string code) => Code = code;

    public string Code { get; private init; } = "";
}

/// <summary>A release that a case worker linked to the incident.</summary>
public sealed class Citation
{
    private Citation()
    {
    }

    internal Citation(ReleaseId release, Stamp stamp)
    {
        ReleaseId = release;
        CitedBy = stamp.By;
        CitedAt = stamp.At;
    }

    public ReleaseId ReleaseId { get; private init; }

    public MemberId CitedBy { get; private init; }

    public DateTimeOffset CitedAt { get; private init; }
}

public sealed class WorkflowChange
{
    private WorkflowChange()
    {
    }

    internal WorkflowChange(int sequence, Workflow from, Workflow to, Sealed<string> reason, Stamp stamp)
    {
        Sequence = sequence;
        From = from;
        To = to;
        Reason = reason;
        By = stamp.By;
        At = stamp.At;
    }

    public int Sequence { get; private init; }

    public Workflow From { get; private init; }

    public Workflow To { get; private init; }

    public Sealed<string> Reason { get; private init; } = null!;

    public MemberId By { get; private init; }

    public DateTimeOffset At { get; private init; }
}

public sealed class VerificationChange
{
    private VerificationChange()
    {
    }

    internal VerificationChange(int sequence, Verification from, Verification to, Sealed<string> reason, Stamp stamp)
    {
        Sequence = sequence;
        From = from;
        To = to;
        Reason = reason;
        By = stamp.By;
        At = stamp.At;
    }

    public int Sequence { get; private init; }

    public Verification From { get; private init; }

    public Verification To { get; private init; }

    public Sealed<string> Reason { get; private init; } = null!;

    public MemberId By { get; private init; }

    public DateTimeOffset At { get; private init; }
}
