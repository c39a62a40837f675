using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Incidents;

/// <summary>To whom an incident opens who stands behind its pseudonyms, for how long, and who answers a hand-over.</summary>
public sealed class AccessTests
{
    private static readonly MemberId Third = MemberId.From(new Guid("00000000-0000-7000-8000-000000000009"));
    private static readonly Stamp Theirs = new(Some.Colleague, Some.Now);

    private readonly Incident _incident = new IncidentBuilder().Build();

    [Theory]
    [InlineData(GrantLevel.Read, IdentityDoor.BehindGlass)]
    [InlineData(GrantLevel.Work, IdentityDoor.BehindGlass)]
    [InlineData(GrantLevel.Identities, IdentityDoor.Open)]
    public void Only_a_grant_for_identities_opens_them_and_only_until_it_ends(GrantLevel level, IdentityDoor door)
    {
        var ends = Some.Now.AddHours(1);
        Assert.True(_incident.Grant(new GrantToGive(Some.Colleague, level, Some.Today, ends), "Interprets", Some.Today, Some.Stamp).IsSuccess);

        Assert.Equal(door, _incident.DoorFor(Some.Colleague, worksOnIt: true, Some.Now));
        Assert.Equal(IdentityDoor.BehindGlass, _incident.DoorFor(Some.Colleague, worksOnIt: true, ends));
        Assert.Equal(IdentityDoor.Closed, _incident.DoorFor(Some.Colleague, worksOnIt: false, Some.Now));
        Assert.Equal(IdentityDoor.BehindGlass, _incident.DoorFor(Third, worksOnIt: true, Some.Now));
    }

    [Fact]
    public void A_grant_may_end_today_and_not_yesterday()
    {
        Assert.True(_incident.Grant(new GrantToGive(Some.Colleague, GrantLevel.Read, Some.Today, Some.Now.AddHours(1)), "Interprets", Some.Today, Some.Stamp).IsSuccess);

        Refused.With(AccessErrors.EndsTooEarly, _incident.Grant(new GrantToGive(Third, GrantLevel.Read, Some.Today.AddDays(-1), Some.Now), "Interprets", Some.Today, Some.Stamp));
    }

    [Fact]
    public void Glass_broken_for_everybody_is_open_for_an_hour_to_who_broke_it()
    {
        Assert.True(_incident.BreakGlass("To call her", Theirs).IsSuccess);

        Assert.Equal(IdentityDoor.Open, _incident.DoorFor(Some.Colleague, worksOnIt: true, Some.Now.AddMinutes(59)));
        Assert.Equal(IdentityDoor.BehindGlass, _incident.DoorFor(Some.Colleague, worksOnIt: true, Some.Now.AddMinutes(60)));
        Assert.Equal(IdentityDoor.BehindGlass, _incident.DoorFor(Third, worksOnIt: true, Some.Now));
        Assert.False(_incident.HasOpened(Some.Colleague, Some.Defender, Some.Now));
    }

    [Fact]
    public void Glass_broken_for_one_person_opens_nobody_else_and_ends()
    {
        Assert.True(_incident.BreakGlass("To call her", Theirs, Some.Defender).IsSuccess);

        Assert.Equal(IdentityDoor.BehindGlass, _incident.DoorFor(Some.Colleague, worksOnIt: true, Some.Now));
        Assert.True(_incident.HasOpened(Some.Colleague, Some.Defender, Some.Now.AddMinutes(59)));
        Assert.False(_incident.HasOpened(Some.Colleague, Some.Defender, Some.Now.AddMinutes(60)));
        Assert.False(_incident.HasOpened(Third, Some.Defender, Some.Now));
    }

    [Fact]
    public void A_hand_over_is_answered_by_whom_it_was_proposed_to_and_nobody_else()
    {
        Assert.True(_incident.Propose(Some.Colleague, "On leave", Some.Stamp).IsSuccess);

        Refused.With(SharedErrors.NotFound, _incident.Accept(1, new Stamp(Third, Some.Now)));
        Refused.With(SharedErrors.NotFound, _incident.Decline(1, "Too close", new Stamp(Third, Some.Now)));
        Assert.Equal((Some.Worker, true), (_incident.OwnerId, _incident.HandOvers[0].IsOpen));

        Assert.True(_incident.Accept(1, Theirs).IsSuccess);
        Assert.Equal((Some.Colleague, HandOverState.Accepted), (_incident.OwnerId, _incident.HandOvers[0].State));
    }
}
