using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Incidents;

public class LoggingTests
{
    [Fact]
    public void Begins_at_intake_as_received_with_no_path_to_justice()
    {
        var incident = new IncidentBuilder().Build();

        Assert.Equal((Workflow.Intake, Verification.V0), (incident.Workflow, incident.Verification));
        Assert.Null(incident.HighestStage);
        Assert.Null(incident.LowestStage);
        Assert.Equal((Some.Worker, Some.Worker, Some.Team), (incident.OwnerId, incident.LoggedBy, incident.TeamId));
        Assert.Equal(incident.Id, Assert.IsType<IncidentLogged>(Assert.Single(incident.Events)).Incident);
        Assert.Equal(1, incident.Version);
    }

    [Fact]
    public void Keeps_a_month_as_a_month()
    {
        var incident = new IncidentBuilder().With(f => f with { StartedOn = Some.On(2016, 2) }).Build();

        Assert.Equal((new DateOnly(2016, 2, 1), new DateOnly(2016, 2, 29)), (incident.FirstDay, incident.LastDay));
    }

    [Fact]
    public void An_unknown_start_is_kept_as_unknown()
    {
        var incident = new IncidentBuilder().With(f => f with { StartedOn = PartialDate.Unknown, EndedOn = PartialDate.Unknown }).Build();

        Assert.False(incident.StartedOn.IsKnown);
        Assert.Null(incident.EndedOn);
        Assert.Equal(DateOnly.MinValue, incident.FirstDay);
    }

    [Fact]
    public void A_victim_may_be_unknown() => Assert.Null(Assert.Single(new IncidentBuilder().Victims((PersonId?)null).Build().Victims).PersonId);

    [Fact]
    public void Several_unknown_victims_are_not_one() => Assert.Equal(2, new IncidentBuilder().Victims(null, null).Build().Victims.Count);

    [Fact]
    public void Refuses_a_start_in_the_future() =>
        Refused.With(PartialDateErrors.InTheFuture.On("StartedOn"), new IncidentBuilder().With(f => f with { StartedOn = Some.On(2017, 1, 26) }).Log());

    [Fact]
    public void Refuses_an_end_in_the_future() =>
        Refused.With(PartialDateErrors.InTheFuture.On("EndedOn"), new IncidentBuilder().With(f => f with { EndedOn = Some.On(2017, 2) }).Log());

    [Fact]
    public void Refuses_an_end_before_its_start() =>
        Refused.With(PartialDateErrors.Reversed.On("EndedOn"), new IncidentBuilder().With(f => f with { EndedOn = Some.On(2016, 2) }).Log());

    [Fact]
    public void An_end_in_the_month_of_the_start_may_be_after_it() => Assert.True(new IncidentBuilder().With(f => f with { EndedOn = Some.On(2016, 3) }).Log().IsSuccess);

    [Fact]
    public void Refuses_no_title() => Refused.With(SharedErrors.Required.On("Title"), new IncidentBuilder().With(f => f with { Title = "\u200B" }).Log());

    [Fact]
    public void Refuses_a_title_that_is_too_long() => Refused.With(SharedErrors.TooLong.On("Title"), new IncidentBuilder().With(f => f with { Title = new string('x', 161) }).Log());

    [Fact]
    public void Refuses_a_narrative_that_is_too_long() =>
        Refused.With(SharedErrors.TooLong.On("Narrative"), new IncidentBuilder().With(f => f with { Narrative = new string('x', 20_001) }).Log());

    [Fact]
    public void Refuses_no_act() => Refused.With(IncidentErrors.NoAct, new IncidentBuilder().Acts().Log());

    [Fact]
    public void Refuses_no_source() => Refused.With(IncidentErrors.NoSource, new IncidentBuilder().Sources().Log());

    [Fact]
    public void Refuses_no_victim()
    {
        var refused = new IncidentBuilder().Victims().Log();

        Assert.Equal(["incident.no_victim", "incident.victim_of_another_incident"], refused.Codes());
    }

    [Fact]
    public void Refuses_the_same_victim_twice() => Refused.With(IncidentErrors.VictimTwice, new IncidentBuilder().Victims(Some.Defender, Some.Defender).Log());

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public void Refuses_an_act_against_somebody_else(int victim) =>
        Refused.With(IncidentErrors.VictimOfAnotherIncident.On("Acts[0].Victim"), new IncidentBuilder().Acts(new ActToRecord(victim, "010101")).Log());

    [Fact]
    public void Refuses_an_act_in_the_future() =>
        Refused.With(PartialDateErrors.InTheFuture.On("Acts[0].On"), new IncidentBuilder().Acts(new ActToRecord(0, "010101", Some.On(2018))).Log());

    [Theory]
    [InlineData("KILL")]
    [InlineData("CT-GRP-KILL")]
    public void Refuses_an_act_that_is_no_term_or_only_a_group(string code) =>
        Refused.With(SharedErrors.UnknownTerm.On("Acts[0].Code"), new IncidentBuilder().Acts(new ActToRecord(0, code)).Log());

    [Fact]
    public void Refuses_an_act_without_a_code() => Refused.With(SharedErrors.Required.On("Acts[0].Code"), new IncidentBuilder().Acts(new ActToRecord(0, " ")).Log());

    [Fact]
    public void Refuses_each_unknown_detail_of_an_act()
    {
        var refused = new IncidentBuilder().Acts(new ActToRecord(0, "010101", null, "a", "b", "c", "d")).Log();

        Assert.Equal(["Acts[0].Method", "Acts[0].Motive", "Acts[0].VictimState", "Acts[0].Right"], refused.Refusals.Select(r => r.Field));
        Assert.All(refused.Codes(), code => Assert.Equal("shared.unknown_term", code));
    }

    [Fact]
    public void Refuses_a_perpetrator_that_no_list_has() =>
        Refused.With(SharedErrors.UnknownTerm.On("Perpetrators[0].Perpetrator"), new IncidentBuilder().Involvements(new InvolvementToRecord("x", null, null, null)).Log());

    [Fact]
    public void Refuses_a_source_without_its_material() =>
        Refused.With(SharedErrors.Required.On("Sources[0].Material"), new IncidentBuilder().Sources(new SourceToRecord(null, null, null, null)).Log());

    [Fact]
    public void Refuses_unknown_consent_priority_and_accusation()
    {
        var refused = new IncidentBuilder().With(f => f with { Consent = "C9", Priority = "", Accusations = ["CT-NAR-99"] }).Log();

        Assert.Equal(["Consent", "Priority", "Accusations"], refused.Refusals.Select(r => r.Field));
        Assert.Equal(["shared.unknown_term", "shared.required", "shared.unknown_term"], refused.Codes());
    }

    [Fact]
    public void Refuses_more_than_anybody_types()
    {
        Assert.Contains("shared.too_many", new IncidentBuilder().Victims(new PersonId?[101]).Log().Codes());
        Refused.With(SharedErrors.TooMany.On("Acts"), new IncidentBuilder().Acts([.. Enumerable.Repeat(new ActToRecord(0, "010101"), 201)]).Log());
        Refused.With(SharedErrors.TooMany.On("Sources"), new IncidentBuilder().Sources([.. Enumerable.Repeat(IncidentBuilder.Testimony, 101)]).Log());
        Refused.With(SharedErrors.TooMany.On("Perpetrators"), new IncidentBuilder().Involvements([.. Enumerable.Repeat(new InvolvementToRecord("010104", null, null, null), 51)]).Log());
    }

    [Fact]
    public void Says_every_reason_at_once()
    {
        var refused = new IncidentBuilder().With(f => f with { Title = null, StartedOn = Some.On(2018) }).Acts().Sources().Log();

        Assert.Equal(["shared.required", "date.in_the_future", "incident.no_act", "incident.no_source"], refused.Codes());
    }
}
