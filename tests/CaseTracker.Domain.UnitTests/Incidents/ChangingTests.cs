using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Incidents;

public class ChangingTests
{
    [Fact]
    public void A_change_raises_the_version()
    {
        var incident = new IncidentBuilder().Build();

        Assert.True(incident.Change(Some.Facts with { Title = "Another title", StartedOn = Some.On(2015) }, TestTerms.Instance, Some.Today, Some.Stamp).IsSuccess);
        Assert.Equal(("Another title", 2, new DateOnly(2015, 1, 1)), (incident.Title.Clear, incident.Version, incident.FirstDay));
    }

    [Fact]
    public void A_refused_change_changes_nothing()
    {
        var incident = new IncidentBuilder().Build();

        Refused.With(PartialDateErrors.InTheFuture.On("StartedOn"), incident.Change(Some.Facts with { Title = "Another title", StartedOn = Some.On(2018) }, TestTerms.Instance, Some.Today, Some.Stamp));
        Assert.Equal((Some.Facts.Title, 1), (incident.Title.Clear, incident.Version));
    }

    [Fact]
    public void Refuses_to_move_the_incident_past_what_was_done_about_it()
    {
        var incident = new IncidentBuilder().Build();
        var path = incident.Path(Stage.J1.At(2016, 5));
        incident.Investigate(path.Id, Some.On(2016, 4));

        Refused.With(ProceedingErrors.BeforeIncident.On("StartedOn"), incident.Change(Some.Facts with { StartedOn = Some.On(2016, 6) }, TestTerms.Instance, Some.Today, Some.Stamp));
        Refused.With(ProceedingErrors.BeforeIncident.On("StartedOn"), incident.Change(Some.Facts with { StartedOn = Some.On(2016, 5) }, TestTerms.Instance, Some.Today, Some.Stamp));
        Assert.True(incident.Change(Some.Facts with { StartedOn = Some.On(2016) }, TestTerms.Instance, Some.Today, Some.Stamp).IsSuccess);
    }

    [Fact]
    public void Refuses_a_writer_who_saw_an_older_state()
    {
        var incident = new IncidentBuilder().Build();
        incident.AddVictim(null, Some.Stamp);

        Assert.Equal(SharedErrors.StaleVersion, incident.CheckVersion(1));
        Assert.Null(incident.CheckVersion(2));
        Assert.Null(incident.CheckVersion(null));
        Assert.Equal(RefusalKind.Conflict, SharedErrors.StaleVersion.Kind);
    }

    [Fact]
    public void Accusations_become_those_that_were_chosen()
    {
        var incident = new IncidentBuilder().With(f => f with { Accusations = ["CT-NAR-1"] }).Build();
        var kept = incident.Accusations[0];

        incident.Change(Some.Facts with { Accusations = ["CT-NAR-2", "CT-NAR-1", "CT-NAR-2"] }, TestTerms.Instance, Some.Today, Some.Stamp);

        Assert.Equal(["CT-NAR-1", "CT-NAR-2"], incident.Accusations.Select(a => a.Code));
        Assert.Same(kept, incident.Accusations[0]);
    }

    [Fact]
    public void Parts_are_added_in_order()
    {
        var incident = new IncidentBuilder().Build();

        Assert.True(incident.AddVictim(null, Some.Stamp).IsSuccess);
        Assert.True(incident.AddAct(new ActToRecord(1, "010101"), TestTerms.Instance, Some.Today, Some.Stamp).IsSuccess);
        Assert.True(incident.AddInvolvement(new InvolvementToRecord("010104", "01", "CT-DEG-LIKELY", null), TestTerms.Instance, Some.Stamp).IsSuccess);
        Assert.True(incident.AddSource(IncidentBuilder.Testimony, TestTerms.Instance, Some.Stamp).IsSuccess);

        Assert.Equal((2, 2), (incident.Acts[1].Sequence, incident.Acts[1].VictimSequence));
        Assert.Equal((2, 5), (incident.Sources.Count, incident.Version));
    }

    [Fact]
    public void Refuses_a_victim_who_is_already_there()
    {
        var incident = new IncidentBuilder().Build();

        Refused.With(IncidentErrors.VictimTwice, incident.AddVictim(Some.Defender, Some.Stamp));
        Assert.Equal(1, incident.Version);
    }

    [Theory]
    [InlineData(Workflow.Intake, Workflow.Triage, true)]
    [InlineData(Workflow.Intake, Workflow.Documenting, false)]
    [InlineData(Workflow.Intake, Workflow.Closed, true)]
    [InlineData(Workflow.Triage, Workflow.Intake, true)]
    [InlineData(Workflow.Documenting, Workflow.Review, true)]
    [InlineData(Workflow.Documenting, Workflow.FollowUp, false)]
    [InlineData(Workflow.Review, Workflow.Review, false)]
    [InlineData(Workflow.Review, Workflow.Intake, true)]
    [InlineData(Workflow.FollowUp, Workflow.Closed, true)]
    [InlineData(Workflow.FollowUp, Workflow.Documenting, true)]
    [InlineData(Workflow.Closed, Workflow.Documenting, true)]
    [InlineData(Workflow.Closed, Workflow.FollowUp, true)]
    [InlineData(Workflow.Closed, Workflow.Intake, false)]
    [InlineData(Workflow.Closed, Workflow.Review, false)]
    [InlineData(Workflow.Closed, Workflow.Closed, false)]
    public void Work_goes_one_step_on_or_any_step_back_and_reopens_into_work(Workflow from, Workflow to, bool allowed) => Assert.Equal(allowed, WorkflowRules.CanMove(from, to));

    [Fact]
    public void A_move_keeps_its_reason()
    {
        var incident = new IncidentBuilder().Build();

        Assert.True(incident.Move(Workflow.Triage, "Complete enough", Some.Stamp).IsSuccess);

        var change = Assert.Single(incident.WorkflowChanges);
        Assert.Equal((Workflow.Intake, Workflow.Triage, "Complete enough", Some.Worker), (change.From, change.To, change.Reason.Clear, change.By));
        Assert.Equal(2, incident.Version);
    }

    [Fact]
    public void Refuses_a_move_without_a_reason_or_to_nowhere()
    {
        var incident = new IncidentBuilder().Build();

        Refused.With(SharedErrors.Required.On("Reason"), incident.Move(Workflow.Triage, " ", Some.Stamp));
        Refused.With(IncidentErrors.NoSuchStep, incident.Move(Workflow.Review, "x", Some.Stamp));
        Refused.With(SharedErrors.UnknownTerm.On("Workflow"), incident.Move((Workflow)42, "x", Some.Stamp));
        Assert.Equal([SharedErrors.Required.On("Workflow"), SharedErrors.Required.On("Reason")], incident.Move(null, " ", Some.Stamp).Refusals);
        Assert.Equal((Workflow.Intake, 1), (incident.Workflow, incident.Version));
    }

    [Fact]
    public void Refuses_a_verification_that_says_nothing()
    {
        var incident = new IncidentBuilder().Build();

        Refused.With(IncidentErrors.AlreadyThere, incident.Verify(Verification.V0, "x", Some.Stamp));
        Refused.With(SharedErrors.Required.On("Reason"), incident.Verify(Verification.V1, null, Some.Stamp));
        Refused.With(SharedErrors.UnknownTerm.On("Verification"), incident.Verify((Verification)7, "x", Some.Stamp));
        Assert.Equal([SharedErrors.Required.On("Verification"), SharedErrors.Required.On("Reason")], incident.Verify(null, null, Some.Stamp).Refusals);
    }

    [Fact]
    public void Is_handed_over_once()
    {
        var incident = new IncidentBuilder().Build();
        incident.ClearEvents();

        Refused.With(IncidentErrors.AlreadyTheirs, incident.Assign(Some.Worker, Some.Team, Some.Stamp));
        Assert.True(incident.Assign(Some.Colleague, Some.Team, Some.Stamp).IsSuccess);
        Assert.Equal(Some.Colleague, Assert.IsType<IncidentAssigned>(Assert.Single(incident.Events)).Owner);
    }

    [Fact]
    public void A_release_is_cited_once_and_can_be_taken_back()
    {
        var incident = new IncidentBuilder().Build();
        var release = ReleaseId.New(Some.Now);

        Assert.True(incident.Cite(release, Some.Stamp).IsSuccess);
        Refused.With(IncidentErrors.AlreadyCited, incident.Cite(release, Some.Stamp));
        Assert.True(incident.Uncite(release, Some.Stamp).IsSuccess);
        Refused.With(SharedErrors.NotFound, incident.Uncite(release, Some.Stamp));
    }
}
