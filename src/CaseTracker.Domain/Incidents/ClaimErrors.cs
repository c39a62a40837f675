using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Incidents;

public static class ClaimErrors
{
    public static readonly Refusal WhoUnsupported = new("claims.who_unsupported", Field: nameof(Incident.Verification));
    public static readonly Refusal WhatUnsupported = new("claims.what_unsupported", Field: nameof(Incident.Verification));
    public static readonly Refusal WhenUnsupported = new("claims.when_unsupported", Field: nameof(Incident.Verification));
    public static readonly Refusal WhereUnsupported = new("claims.where_unsupported", Field: nameof(Incident.Verification));
    public static readonly Refusal ByWhomUnsupported = new("claims.by_whom_unsupported", Field: nameof(Incident.Verification));
    public static readonly Refusal WhoInConflict = new("claims.who_in_conflict", Field: nameof(Incident.Verification));
    public static readonly Refusal WhatInConflict = new("claims.what_in_conflict", Field: nameof(Incident.Verification));
    public static readonly Refusal WhenInConflict = new("claims.when_in_conflict", Field: nameof(Incident.Verification));
    public static readonly Refusal WhereInConflict = new("claims.where_in_conflict", Field: nameof(Incident.Verification));
    public static readonly Refusal ByWhomInConflict = new("claims.by_whom_in_conflict", Field: nameof(Incident.Verification));

    /// <summary>Nothing was chosen for any source: there is nothing to keep.</summary>
    public static readonly Refusal NothingSaid = new("claims.nothing_said");
    public static readonly Refusal NoSuchSource = new("claims.no_such_source");

    /// <summary>A source repeats one that was recorded before it, never itself and never a later one: so no circle can arise.</summary>
    public static readonly Refusal OriginNotEarlier = new("claims.origin_not_earlier");

    public static Refusal Unsupported(Claims claim) => claim switch
    {
        Claims.Who => WhoUnsupported,
        Claims.What => WhatUnsupported,
        Claims.When => WhenUnsupported,
        Claims.Where => WhereUnsupported,
        _ => ByWhomUnsupported,
    };

    public static Refusal InConflict(Claims claim) => claim switch
    {
        Claims.Who => WhoInConflict,
        Claims.What => WhatInConflict,
        Claims.When => WhenInConflict,
        Claims.Where => WhereInConflict,
        _ => ByWhomInConflict,
    };
}
