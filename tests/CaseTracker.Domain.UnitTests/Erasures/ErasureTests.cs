using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Erasures;

public class ErasureTests
{
    private static readonly IncidentId Incident = IncidentId.New(Some.Now);

    private static readonly PersonDetails Details = new(PersonKind.Individual, null, null, false, []);

    [Fact]
    public void Keeps_what_was_ordered_and_each_key_once()
    {
        var erasure = Order(ErasureGround.CourtOrder, ErasedRecord.Of(Incident), ErasedRecord.DraftOf(Incident), ErasedRecord.Of(Incident)).Value;

        Assert.Equal([(1, ErasedKind.Incident), (2, ErasedKind.Draft)], erasure.Keys.Select(k => (k.Sequence, k.Kind)));
        Assert.Equal(("CT-2017-00001", ErasureGround.CourtOrder, Some.Stamp.By, Role.Supervisor, Some.Stamp.At), (erasure.Subject, erasure.Ground, erasure.OrderedBy, erasure.OrderedAs, erasure.CreatedAt));
        Assert.Null(erasure.FinishedAt);
    }

    [Fact]
    public void Refuses_an_order_without_a_ground_or_with_one_that_the_list_does_not_have()
    {
        Refused.With(SharedErrors.Required.On("Ground"), Order(null));
        Refused.With(SharedErrors.UnknownTerm.On("Ground"), Order((ErasureGround)9));
    }

    [Fact]
    public void Is_finished_once()
    {
        var erasure = Order(ErasureGround.Danger).Value;
        erasure.Finish(Some.Now);
        erasure.Finish(Some.Now.AddDays(1));

        Assert.Equal(Some.Now, erasure.FinishedAt);
    }

    [Fact]
    public void An_incident_is_erased_once_and_ends_what_was_proposed()
    {
        var incident = new IncidentBuilder().Log().Value;
        Assert.True(incident.Propose(Some.Colleague, "On leave", Some.Stamp).IsSuccess);
        var version = incident.Version;

        Assert.True(incident.Erase(Some.Stamp).IsSuccess);

        Assert.Equal((Some.Stamp.At, Workflow.Closed, HandOverState.Replaced), (incident.ErasedAt, incident.Workflow, incident.HandOvers[0].State));
        Assert.True(incident.Version > version);
        Refused.With(ErasureErrors.IncidentErased, incident.Erase(Some.Stamp));
    }

    [Fact]
    public void A_person_is_erased_once_and_no_longer_described_or_completed()
    {
        var person = Person.Record(PersonId.New(Some.Now), "Tarumi-52", Some.Incident, Details, TestTerms.Instance, Some.Stamp).Value;
        Assert.True(person.Erase(Some.Stamp).IsSuccess);

        Refused.With(ErasureErrors.PersonAlreadyErased, person.Erase(Some.Stamp));
        Refused.With(ErasureErrors.PersonAlreadyErased, person.Describe(Details, TestTerms.Instance, Some.Stamp));
        Refused.With(ErasureErrors.PersonErased, person.Complete(Details, TestTerms.Instance, Some.Stamp));
    }

    [Fact]
    public void An_open_follow_up_is_cancelled_and_a_closed_one_stays_as_it_was()
    {
        var wish = new FollowUpToSchedule("CT-FUK-CALL", null, Some.Today.AddDays(7), Some.Worker, Recurrence.Weekly);
        var open = FollowUp.Schedule(FollowUpId.New(Some.Now), Incident, wish, TestTerms.Instance, Some.Today, Some.Stamp).Value;
        var cancelled = new Stamp(Some.Colleague, Some.Now.AddDays(1));
        open.EndWithIncident(cancelled);
        open.EndWithIncident(new Stamp(Some.Worker, Some.Now.AddDays(2)));

        Assert.Equal((FollowUpStatus.Done, FollowUp.Cancelled, Some.Colleague, cancelled.At), (open.Status, open.OutcomeCode, open.ClosedBy, open.ClosedAt));
    }

    [Fact]
    public void Names_in_the_trail_what_each_order_is_about()
    {
        var (person, campaign, tracking) = (PersonId.New(Some.Now), CampaignId.New(Some.Now), InterventionId.New(Some.Now));

        Assert.Equal((ErasedKind.Incident, "CT-2017-00001", null), Told(ErasureSubject.Of(Incident, "CT-2017-00001")));
        Assert.Equal((ErasedKind.Person, "Tarumi-52", "CT-2017-00001"), Told(ErasureSubject.Of(person, "Tarumi-52", Incident, "CT-2017-00001")));
        Assert.Equal((ErasedKind.Campaign, "CP-2017-00001", null), Told(ErasureSubject.Of(campaign, "CP-2017-00001")));
        Assert.Equal((ErasedKind.Intervention, "mx-2017-impunity", tracking.Value.ToString("N")), Told(ErasureSubject.Of(tracking, "mx-2017-impunity")));

        static (ErasedKind, string, string?) Told(ErasureSubject about) => OrderOf(about) is var order ? (order.What, order.Subject, order.Detail) : default;
    }

    [Fact]
    public void A_campaign_is_erased_once_and_loses_its_reasons_and_no_incident()
    {
        var facts = new CampaignFacts("Front pages", null, Some.On(2016, 3), ["CT-NAR-1"], [], [], new ReachToRecord(null, null, null), []);
        var campaign = Campaign.Start(CampaignId.New(Some.Now), "CP-2017-00001", facts, Some.Team, TestTerms.Instance, Some.Today, Some.Stamp).Value;
        Assert.True(campaign.Add(Incident, "Her photograph is in it", Some.Stamp).IsSuccess);
        Assert.True(campaign.Remove(Incident, "It was somebody else", Some.Stamp).IsSuccess);
        var version = campaign.Version;

        Assert.True(campaign.Erase(Some.Stamp).IsSuccess);

        var member = Assert.Single(campaign.Incidents);
        Assert.Equal((null, null, false), (member.Reason, member.RemovalReason, member.Belongs));
        Assert.Equal(Some.Stamp.At, campaign.ErasedAt);
        Assert.True(campaign.Version > version);
        Refused.With(ErasureErrors.CampaignErased, campaign.Erase(Some.Stamp));
    }

    [Fact]
    public void What_tracks_a_release_is_erased_once_and_awaits_nothing_any_more()
    {
        var tracking = Track(AskId.From(new Guid("00000000-0000-7000-8000-00000000000a")));
        var version = tracking.Version;

        Assert.True(tracking.Erase(Some.Stamp).IsSuccess);

        Assert.Equal((Some.Stamp.At, InterventionState.Closed, Some.Stamp.At, null), (tracking.ErasedAt, tracking.State, tracking.ClosedAt, tracking.CloseReason));
        Assert.True(tracking.Version > version);
        Refused.With(ErasureErrors.InterventionErased, tracking.Erase(Some.Stamp));
    }

    [Fact]
    public void What_was_answered_stays_answered_and_what_is_about_an_incident_is_not_erased_alone()
    {
        var answered = Track(AskId.From(new Guid("00000000-0000-7000-8000-00000000000a")));
        Assert.True(answered.RecordReply(new ReplyToRecord(Some.On(2017, 1, 10), false, "05", "They take note"), TestTerms.Instance, Some.Today, Some.Stamp).IsSuccess);
        var version = answered.Version;
        Assert.True(answered.Erase(Some.Stamp).IsSuccess);

        Assert.Equal((InterventionState.Replied, null), (answered.State, answered.ClosedAt));
        Assert.True(answered.Version > version);
        Refused.With(ErasureErrors.GoesWithIncident, Track(null, Incident).Erase(Some.Stamp));
    }

    private static Result<Erasure> Order(ErasureGround? ground, params ErasedRecord[] keys) =>
        Erasure.Order(ErasureId.New(Some.Now), ErasureSubject.Of(Incident, "CT-2017-00001"), ground, keys, Role.Supervisor, Some.Stamp);

    private static Erasure OrderOf(ErasureSubject about) => Erasure.Order(ErasureId.New(Some.Now), about, ErasureGround.Danger, [], Role.Supervisor, Some.Stamp).Value;

    private static Intervention Track(AskId? ask, IncidentId? incident = null)
    {
        var about = ask is { } asked ? InterventionSubject.Of(asked, Some.On(2016, 3)) : InterventionSubject.Of(incident!.Value, null, demonstration: false);
        return Intervention.Record(InterventionId.New(Some.Now), about, new InterventionToRecord("AL", "A ministry", Some.On(2016, 11, 1), "Asked again"), TestTerms.Instance, new ReplyPeriods(60, new Dictionary<string, int>()), Some.Today, Some.Stamp).Value;
    }
}
