using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Campaigns;

public sealed class CampaignTests
{
    private static readonly CampaignFacts Facts = new(
        "Defenders called liars",
        null,
        Some.On(2016, 3),
        ["CT-NAR-1", "CT-NAR-2"],
        [new OutletToRecord("CT-OUT-PRESS", "El Tecolote Bermejo"), new OutletToRecord(null, " ")],
        [new SpeakerToRecord("A spokesperson", true, "010104")],
        new ReachToRecord(12_000, "CT-RCH-VIEWS", new DateOnly(2016, 4, 1)),
        [new AddressToRecord("https://archive.example/1", new DateOnly(2016, 4, 2))]);

    [Fact]
    public void Keeps_what_was_typed_and_leaves_empty_rows_out()
    {
        var campaign = Start(Facts).Value;

        Assert.Equal(["CT-NAR-1", "CT-NAR-2"], campaign.Narratives.Select(n => n.Code));
        Assert.Equal([(1, "CT-OUT-PRESS")], campaign.Outlets.Select(o => (o.Sequence, o.KindCode)));
        Assert.Equal((12_000L, "CT-RCH-VIEWS", 1), (campaign.Reach!.Value, campaign.ReachUnitCode!, campaign.Version));
        Assert.True(campaign.Speakers[0].IsOfficial);
    }

    [Fact]
    public void One_that_is_full_says_so_without_a_number_for_some_of_its_incidents_may_be_hidden()
    {
        var campaign = Start(Facts).Value;
        for (var i = 0; i < Campaign.IncidentsLimit; i++)
        {
            Assert.True(campaign.Add(new IncidentId(Guid.NewGuid()), "Same article", Some.Stamp).IsSuccess);
        }

        Refused.With(CampaignErrors.Full, campaign.Add(new IncidentId(Guid.NewGuid()), "Same article", Some.Stamp));
        Assert.Empty(CampaignErrors.Full.Arguments ?? []);
    }

    [Fact]
    public void Reach_may_be_unknown_and_then_has_no_unit()
    {
        var campaign = Start(Facts with { Reach = new ReachToRecord(null, "CT-RCH-VIEWS", null) }).Value;

        Assert.Equal((null, null, null), (campaign.Reach, campaign.ReachUnitCode, campaign.ReachOn));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("mailto:a@b.example")]
    [InlineData("ftp://archive.example/1")]
    [InlineData("//archive.example/1")]
    [InlineData("archive.example/1")]
    [InlineData("https://")]
    [InlineData("data:text/html,x")]
    public void An_archived_address_is_a_page_on_the_web(string url) =>
        Refused.With(CampaignErrors.NotAnAddress.On("Addresses[0].Url"), Start(Facts with { Addresses = [new AddressToRecord(url, null)] }));

    [Fact]
    public void Refuses_with_every_reason_at_once()
    {
        var started = Start(new CampaignFacts(
            " ",
            new string('x', Campaign.DescriptionLimit + 1),
            PartialDate.OnDay(Some.Today.AddDays(1)),
            ["CT-NAR-9"],
            [new OutletToRecord(null, null), new OutletToRecord("CT-OUT-PRESS", null), new OutletToRecord("NONE", "x")],
            [new SpeakerToRecord(null, true, "NONE")],
            new ReachToRecord(-1, null, Some.Today.AddDays(1)),
            [new AddressToRecord(null, Some.Today.AddDays(1))]));

        Assert.Equal(
            [
                "Title shared.required", "Description shared.too_long", "FirstSeen date.in_the_future", "Narratives shared.unknown_term", "ReachNumber campaign.negative_reach",
                "ReachUnit shared.required", "ReachOn date.in_the_future", "Outlets[1].Name shared.required", "Outlets[2].Kind shared.unknown_term",
                "Speakers[0].Perpetrator shared.unknown_term", "Speakers[0].Label shared.required", "Addresses[0].ArchivedOn date.in_the_future", "Addresses[0].Url shared.required",
            ],
            started.Refusals.Select(r => $"{r.Field} {r.Code}"));
    }

    [Fact]
    public void A_change_replaces_rows_in_their_places()
    {
        var campaign = Start(Facts).Value;
        var first = campaign.Outlets[0];

        Assert.True(campaign.Change(Facts with { Outlets = [new("CT-OUT-ACCOUNT", "@one"), new("CT-OUT-PRESS", "Two")], Speakers = [] }, TestTerms.Instance, Some.Today, Some.Stamp).IsSuccess);

        Assert.Same(first, campaign.Outlets[0]);
        Assert.Equal([(1, "CT-OUT-ACCOUNT"), (2, "CT-OUT-PRESS")], campaign.Outlets.Select(o => (o.Sequence, o.KindCode)));
        Assert.Empty(campaign.Speakers);
        Assert.Equal(2, campaign.Version);
    }

    [Fact]
    public void An_incident_belongs_once_and_can_be_taken_out_and_put_in_again()
    {
        var campaign = Start(Facts).Value;
        var incident = IncidentId.New(Some.Now);

        Refused.With(SharedErrors.Required.On("Reason"), campaign.Add(incident, " ", Some.Stamp));
        Assert.True(campaign.Add(incident, "Same article", Some.Stamp).IsSuccess);
        Refused.With(CampaignErrors.AlreadyIn, campaign.Add(incident, "Again", Some.Stamp));
        Refused.With(SharedErrors.Required.On("Reason"), campaign.Remove(incident, null, Some.Stamp));
        Assert.True(campaign.Remove(incident, "Another article", Some.Stamp).IsSuccess);
        Refused.With(SharedErrors.NotFound, campaign.Remove(incident, "Once more", Some.Stamp));
        Assert.True(campaign.Add(incident, "The same after all", Some.Stamp).IsSuccess);

        Assert.Equal([(1, false), (2, true)], campaign.Incidents.Select(i => (i.Sequence, i.Belongs)));
    }

    /// <summary>A version that grows would tell who may not see the incident that there is one, and refuse a colleague's half-written text.</summary>
    [Fact]
    public void An_incident_that_comes_or_goes_leaves_the_version_alone()
    {
        var campaign = Start(Facts).Value;
        var incident = IncidentId.New(Some.Now);

        campaign.Add(incident, "Same article", Some.Stamp);
        campaign.Remove(incident, "Another article", Some.Stamp);

        Assert.Equal(1, campaign.Version);
    }

    private static Result<Campaign> Start(CampaignFacts facts) =>
        Campaign.Start(CampaignId.New(Some.Now), "CP-2017-00001", facts, Some.Team, TestTerms.Instance, Some.Today, Some.Stamp);
}
