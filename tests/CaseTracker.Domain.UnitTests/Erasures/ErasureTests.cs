using CaseTracker.Domain.Access;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
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

    private static Result<Erasure> Order(ErasureGround? ground, params ErasedRecord[] keys) =>
        Erasure.Order(ErasureId.New(Some.Now), Incident, "CT-2017-00001", null, ground, keys, Role.Supervisor, Some.Stamp);
}
