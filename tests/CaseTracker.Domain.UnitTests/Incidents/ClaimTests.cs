using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Incidents;

public sealed class ClaimTests
{
    [Fact]
    public void Verified_names_each_claim_that_lacks_support()
    {
        var incident = WithSources(2);
        Weigh(incident, Supports(1), Supports(2, Claims.Who, Claims.What, Claims.When));

        Assert.Equal(["claims.where_unsupported", "claims.by_whom_unsupported"], incident.Verify(Verification.V3, "x", Some.Stamp).Codes());
        Assert.Equal([1], incident.Verify(Verification.V3, "x", Some.Stamp).Refusals[0].Arguments!.Cast<int>());
    }

    [Fact]
    public void Two_independent_sources_for_each_claim_verify()
    {
        var incident = WithSources(2);
        Assert.Null(incident.IsSupported);

        Weigh(incident, Supports(1), Supports(2));

        Assert.True(incident.IsSupported);
        Assert.True(incident.Verify(Verification.V3, "Two witnesses apart", Some.Stamp).IsSuccess);
        Assert.Equal((Verification.V0, Verification.V3), (incident.VerificationChanges[0].From, incident.VerificationChanges[0].To));
    }

    [Fact]
    public void Different_pairs_of_sources_may_support_different_claims()
    {
        var incident = WithSources(3);
        Weigh(incident, Supports(1), Supports(2, Claims.Who, Claims.What), Supports(3, Claims.When, Claims.Where, Claims.ByWhom));

        Assert.True(incident.IsSupported);
    }

    [Fact]
    public void Two_reports_of_one_wire_count_once()
    {
        var incident = WithSources(3);
        Weigh(incident, Supports(1), Supports(2), Supports(3), new SourceToWeigh(2, Nothing, SameOriginAs: 1), new SourceToWeigh(3, Nothing, SameOriginAs: 2));

        Assert.Equal((1, false), (incident.IndependentSources, incident.IsSupported));
        Assert.Equal(5, incident.Verify(Verification.V3, "x", Some.Stamp).Refusals.Count);

        Weigh(incident, new SourceToWeigh(3, Nothing, SameOriginAs: 0));

        Assert.Equal((2, true), (incident.IndependentSources, incident.IsSupported));
    }

    [Theory]
    [InlineData("04", false)]
    [InlineData("05", false)]
    [InlineData("99", true)]
    [InlineData(null, true)]
    public void A_source_that_was_found_unreliable_supports_nothing(string? reliability, bool counts)
    {
        var incident = new IncidentBuilder().Sources(IncidentBuilder.Testimony, IncidentBuilder.Testimony with { Reliability = reliability }).Build();
        Weigh(incident, Supports(1), Supports(2));

        Assert.Equal(counts, incident.Verify(Verification.V3, "x", Some.Stamp).IsSuccess);
    }

    [Fact]
    public void A_source_that_says_otherwise_stands_in_the_way_until_it_is_settled()
    {
        var incident = WithSources(3);
        Weigh(incident, Supports(1), Supports(2), Says(3, ClaimStanding.Conflict, Claims.When));

        Refused.With(ClaimErrors.WhenInConflict, incident.Verify(Verification.V3, "x", Some.Stamp));

        Weigh(incident, Says(3, ClaimStanding.NeedsWork, Claims.When));
        Assert.True(incident.Verify(Verification.V3, "x", Some.Stamp).IsSuccess);
    }

    [Fact]
    public void What_is_lost_later_is_said_and_does_not_change_the_degree()
    {
        var incident = WithSources(2);
        Weigh(incident, Supports(1), Supports(2));
        incident.Verify(Verification.V3, "x", Some.Stamp);

        Weigh(incident, new SourceToWeigh(2, Nothing, Reliability: "05"));
        Assert.Equal((Verification.V3, (bool?)false), (incident.Verification, incident.IsSupported));

        Weigh(incident, new SourceToWeigh(2, Nothing, Reliability: "01"));
        Assert.Equal((Verification.V3, (bool?)true), (incident.Verification, incident.IsSupported));
    }

    [Fact]
    public void The_last_that_was_said_stands_and_nothing_said_is_lost()
    {
        var incident = WithSources(1);
        Weigh(incident, Supports(1));
        Weigh(incident, Says(1, ClaimStanding.Conflict, Claims.Where));

        Assert.Equal(ClaimStanding.Conflict, incident.StandingOf(Claims.Where, 1));
        Assert.Equal(ClaimStanding.Accepted, incident.StandingOf(Claims.Who, 1));
        Assert.Equal([(1, Claims.All, ClaimStanding.Accepted), (2, Claims.Where, ClaimStanding.Conflict)], incident.ClaimSupports.Select(s => (s.Sequence, s.Claims, s.Standing)));
    }

    [Fact]
    public void Refuses_all_of_what_is_partly_wrong()
    {
        var incident = WithSources(2);

        Refused.With(ClaimErrors.NothingSaid, incident.Weigh([new SourceToWeigh(1, Nothing)], "x", TestTerms.Instance, Some.Stamp));
        Refused.With(ClaimErrors.NoSuchSource, incident.Weigh([Supports(1), Supports(3)], null, TestTerms.Instance, Some.Stamp));
        Refused.With(ClaimErrors.OriginNotEarlier.On("Sources[0].SameOriginAs"), incident.Weigh([new SourceToWeigh(1, Nothing, SameOriginAs: 1)], null, TestTerms.Instance, Some.Stamp));
        Refused.With(ClaimErrors.OriginNotEarlier.On("Sources[0].SameOriginAs"), incident.Weigh([new SourceToWeigh(1, Nothing, SameOriginAs: 2)], null, TestTerms.Instance, Some.Stamp));
        Refused.With(SharedErrors.UnknownTerm.On("Sources[0].Reliability"), incident.Weigh([new SourceToWeigh(1, Nothing, "77")], null, TestTerms.Instance, Some.Stamp));
        Refused.With(SharedErrors.UnknownTerm.On("Sources[1].Who"), incident.Weigh([Supports(1), Says(2, (ClaimStanding)9, Claims.Who)], null, TestTerms.Instance, Some.Stamp));
        Refused.With(SharedErrors.TooLong.On("Note"), incident.Weigh([Supports(1)], new string('x', ClaimSupport.NoteLimit + 1), TestTerms.Instance, Some.Stamp));
        Assert.Empty(incident.ClaimSupports);
        Assert.Equal(1, incident.Version);
    }

    [Fact]
    public void A_source_may_be_recorded_as_a_repetition_of_one_that_is_there()
    {
        var incident = WithSources(1);

        Refused.With(ClaimErrors.OriginNotEarlier, incident.AddSource(IncidentBuilder.Testimony with { SameOriginAs = 2 }, TestTerms.Instance, Some.Stamp));
        Assert.True(incident.AddSource(IncidentBuilder.Testimony with { SameOriginAs = 1 }, TestTerms.Instance, Some.Stamp).IsSuccess);

        Assert.Equal((1, 1), (incident.IndependentSources, incident.Sources[1].SameOriginAs));
    }

    [Fact]
    public void Corroborated_needs_one_source_that_is_not_unreliable()
    {
        var incident = new IncidentBuilder().Sources(IncidentBuilder.Testimony with { Reliability = "05" }).Build();
        Refused.With(IncidentErrors.NeedsOneSource, incident.Verify(Verification.V2, "x", Some.Stamp));

        incident.AddSource(IncidentBuilder.Testimony, TestTerms.Instance, Some.Stamp);
        Assert.True(incident.Verify(Verification.V2, "x", Some.Stamp).IsSuccess);
    }

    private static readonly Dictionary<Claims, ClaimStanding> Nothing = [];

    private static Incident WithSources(int count) => new IncidentBuilder().Sources([.. Enumerable.Repeat(IncidentBuilder.Testimony, count)]).Build();

    private static SourceToWeigh Supports(int source, params Claims[] claims) => Says(source, ClaimStanding.Accepted, claims.Length == 0 ? [.. Incident.EachClaim] : claims);

    private static SourceToWeigh Says(int source, ClaimStanding standing, params Claims[] claims) => new(source, claims.ToDictionary(c => c, _ => standing));

    private static void Weigh(Incident incident, params SourceToWeigh[] sources) => Assert.Empty(incident.Weigh(sources, null, TestTerms.Instance, Some.Stamp).Codes());
}
