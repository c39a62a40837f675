using CaseTracker.Domain.Access;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Incidents;

/// <summary>
/// Who may know of an incident and who works on it. Grants, proposals and openings leave the version as it is: what somebody
/// is writing about the incident is not outdated by them.
/// </summary>
public sealed partial class Incident
{
    public const int LongestGrantDays = 366;

    private readonly List<AccessGrant> _grants = [];
    private readonly List<HandOver> _handOvers = [];
    private readonly List<IdentityOpening> _identityOpenings = [];

    public Circle Circle { get; private set; }

    public IReadOnlyList<AccessGrant> Grants => _grants;

    public IReadOnlyList<HandOver> HandOvers => _handOvers;

    public IReadOnlyList<IdentityOpening> IdentityOpenings => _identityOpenings;

    /// <summary>Gives one person access; what they had is replaced, so that one line says what they may do now.</summary>
    public Result Grant(GrantToGive grant, string? reason, DateOnly today, Stamp stamp)
    {
        var refusals = new List<Refusal>();
        if (grant.Member == stamp.By)
        {
            refusals.Add(AccessErrors.Oneself);
        }
        else if (grant.Member == OwnerId)
        {
            refusals.Add(AccessErrors.OwnerHasAll);
        }

        if (!Enum.IsDefined(grant.Level))
        {
            refusals.Add(SharedErrors.UnknownTerm.On("Level"));
        }
        else if (grant.Level == GrantLevel.Identities && stamp.By != OwnerId)
        {
            refusals.Add(AccessErrors.IdentitiesAreTheOwners);
        }

        if (grant.LastDay < today)
        {
            refusals.Add(AccessErrors.EndsTooEarly);
        }
        else if (grant.LastDay > today.AddDays(LongestGrantDays))
        {
            refusals.Add(AccessErrors.EndsTooLate.With(LongestGrantDays));
        }

        var clean = CleanText.Lines(reason, ReasonLimit, "Reason", required: true);
        refusals.AddRange(clean.Refusals);
        if (refusals.Count > 0)
        {
            return Result.Of(refusals);
        }

        foreach (var former in _grants.Where(g => g.MemberId == grant.Member && g.IsActive(stamp.At)))
        {
            former.Revoke(stamp);
        }

        _grants.Add(new AccessGrant(_grants.Count + 1, grant, Sealed<string>.Of(clean.Value!), stamp));
        return Result.Success;
    }

    /// <summary>Taking away what is no longer there succeeds: sent twice, it is done once.</summary>
    public Result Revoke(int grant, Stamp stamp)
    {
        if (_grants.Find(g => g.Sequence == grant) is not { } found)
        {
            return SharedErrors.NotFound;
        }

        if (found.IsActive(stamp.At))
        {
            found.Revoke(stamp);
        }

        return Result.Success;
    }

    public Result Keep(Circle to, Stamp stamp)
    {
        if (!Enum.IsDefined(to))
        {
            return SharedErrors.UnknownTerm.On(nameof(Circle));
        }

        if (to != Circle)
        {
            Circle = to;
            Changed(stamp.At);
        }

        return Result.Success;
    }

    /// <summary>The incident stays where it is until the other accepts. A second proposal takes the place of an open one.</summary>
    /// <returns>The proposal; the open one, if the same person is asked twice.</returns>
    public Result<HandOver> Propose(MemberId to, string? reason, Stamp stamp)
    {
        var clean = CleanText.Lines(reason, ReasonLimit, "Reason", required: true);
        List<Refusal> refusals = [.. clean.Refusals];
        if (to == OwnerId)
        {
            refusals.Add(IncidentErrors.AlreadyTheirs);
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        if (_handOvers.Find(h => h.IsOpen && h.To == to && h.ProposedBy == stamp.By) is { } same)
        {
            return same;
        }

        Replace(stamp);
        var proposal = new HandOver(_handOvers.Count + 1, OwnerId, to, Sealed<string>.Of(clean.Value!), HandOverState.Open, stamp);
        _handOvers.Add(proposal);
        return proposal;
    }

    public Result Accept(int handOver, Stamp stamp)
    {
        var found = Open(handOver, h => h.To == stamp.By);
        if (!found.IsSuccess)
        {
            return Result.Of(found.Refusals);
        }

        found.Value.Settle(HandOverState.Accepted, null, stamp);
        return Assign(stamp.By, TeamId, stamp);
    }

    public Result Decline(int handOver, string? reason, Stamp stamp)
    {
        var found = Open(handOver, h => h.To == stamp.By);
        if (!found.IsSuccess)
        {
            return Result.Of(found.Refusals);
        }

        var clean = CleanText.Lines(reason, ReasonLimit, "Reason", required: true);
        if (!clean.IsSuccess)
        {
            return Result.Of(clean.Refusals);
        }

        found.Value.Settle(HandOverState.Declined, Sealed<string>.Of(clean.Value!), stamp);
        return Result.Success;
    }

    public Result Withdraw(int handOver, Stamp stamp)
    {
        var found = Open(handOver, _ => true);
        if (!found.IsSuccess)
        {
            return Result.Of(found.Refusals);
        }

        found.Value.Settle(HandOverState.Withdrawn, null, stamp);
        return Result.Success;
    }

    /// <summary>A supervisor's decision, without asking: for when the owner cannot be.</summary>
    public Result AssignAtOnce(MemberId owner, string? reason, Stamp stamp)
    {
        var clean = CleanText.Lines(reason, ReasonLimit, "Reason", required: true);
        var former = OwnerId;
        var assigned = Assign(owner, TeamId, stamp);
        if (!clean.IsSuccess || !assigned.IsSuccess)
        {
            return Result.Of([.. clean.Refusals, .. assigned.Refusals]);
        }

        Replace(stamp);
        _handOvers.Add(new HandOver(_handOvers.Count + 1, former, owner, Sealed<string>.Of(clean.Value!), HandOverState.AtOnce, stamp));
        return Result.Success;
    }

    /// <summary>To those who were recorded with this incident; to anybody else it names, see <see cref="HasOpened"/>.</summary>
    public IdentityDoor DoorFor(MemberId member, bool worksOnIt, DateTimeOffset now) =>
        !worksOnIt ? IdentityDoor.Closed
        : member == OwnerId
            || _grants.Exists(g => g.MemberId == member && g.Level >= GrantLevel.Identities && g.IsActive(now))
            || _identityOpenings.Exists(o => o.MemberId == member && o.Whose is null && o.ExpiresAt > now) ? IdentityDoor.Open
        : IdentityDoor.BehindGlass;

    /// <summary>They broke the glass for this one person within the hour.</summary>
    public bool HasOpened(MemberId member, PersonId person, DateTimeOffset now) =>
        _identityOpenings.Exists(o => o.MemberId == member && o.Whose == person && o.ExpiresAt > now);

    /// <param name="whose">Somebody who was recorded with another incident; null for everybody of this one.</param>
    public Result<IdentityOpening> BreakGlass(string? reason, Stamp stamp, PersonId? whose = null)
    {
        var clean = CleanText.Lines(reason, IdentityOpening.ReasonLimit, "Reason", required: true);
        if (!clean.IsSuccess)
        {
            return clean.Refusals.ToList();
        }

        var opening = new IdentityOpening(_identityOpenings.Count + 1, Sealed<string>.Of(clean.Value!), whose, stamp);
        _identityOpenings.Add(opening);
        return opening;
    }

    private Result<HandOver> Open(int handOver, Func<HandOver, bool> isTheirs)
    {
        if (_handOvers.Find(h => h.Sequence == handOver && isTheirs(h)) is not { } found)
        {
            return SharedErrors.NotFound;
        }

        return found.IsOpen ? found : AccessErrors.Settled;
    }

    private void Replace(Stamp stamp)
    {
        foreach (var open in _handOvers.Where(h => h.IsOpen))
        {
            open.Settle(HandOverState.Replaced, null, stamp);
        }
    }
}
