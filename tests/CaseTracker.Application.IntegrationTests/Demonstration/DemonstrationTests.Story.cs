using CaseTracker.Application.Accountability;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Protection;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Protection;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.IntegrationTests.Demonstration;

/// <summary>What release 2 describes, as the demonstration tells it: every screen that shows it must say what the story says.</summary>
public sealed partial class DemonstrationTests
{
    private const string Release = "mx-2017-impunity";

    private static readonly DateOnly Day = DateOnly.FromDateTime(FixedClock.Start.UtcDateTime);

    [Fact]
    public async Task The_story_is_one_verified_incident_supported_claim_by_claim_that_cites_its_release()
    {
        var story = Story();
        var release = await app.StoredAsync(db => db.Releases.Where(r => r.Key == Release).Select(r => r.Id).SingleAsync());

        Assert.Equal((Verification.V3, true, true), (story.Verification, story.IsSupported, story.IsDemonstration));
        Assert.Equal([release], story.Citations.Select(c => c.ReleaseId));
        Assert.StartsWith("Demostración: no describe a ninguna persona real.", app.Narrative(story), StringComparison.Ordinal);
        Assert.Equal((Day.AddDays(-430), true), (story.StartedOn.Earliest, app.People[story.Victims[0].PersonId!.Value].IsDemonstration));
        Assert.All(Incident.EachClaim, claim => Assert.Equal((2, 0), (story.StateOf(claim).Independent, story.StateOf(claim).Conflicts.Count)));
    }

    [Fact]
    public async Task The_story_stands_investigated_and_stalled_for_400_days_while_the_path_against_her_is_before_a_judge()
    {
        var story = Story();
        var justice = Assert.Single(story.Proceedings, p => !p.IsAgainstDefender);
        var against = Assert.Single(story.Proceedings, p => p.IsAgainstDefender);

        Assert.Equal((Stage.J2, (DateOnly?)Day.AddDays(-400)), (justice.Standing, justice.ClockFrom));
        Assert.True(justice.StalledFrom <= Day);
        Assert.Equal((Stage.J4, (DateOnly?)null), (against.Standing, against.StalledFrom));
        Assert.Equal((Stage.J2, Stage.J2), (story.HighestStage, story.LowestStage));

        var supervisor = await app.JoinAsync(Role.Supervisor, app.Team);
        var header = (await app.SendAsync(supervisor, new GetIncidentHeader(story.Number))).Value;
        Assert.Equal((400, true), (header.DaysSinceInvestigated, header.IsStalled));
        var listed = Assert.Single((await app.SendAsync(supervisor, new ListStalled(new StalledFilter(StalledFilter.All, Authority: "CT-AUT-FIS-GRO"), Size: "100"))).Value.Rows, r => r.Number == story.Number);
        Assert.Equal((justice.Id, 400, true), (listed.Id, listed.Days, listed.HasAct));
    }

    [Fact]
    public async Task The_reply_to_the_story_says_nothing_of_it_and_the_measure_that_was_granted_is_overdue()
    {
        var story = Story();
        var letter = await app.StoredAsync(db => db.Interventions.AsNoTracking().Include(i => i.Replies).SingleAsync(i => i.IncidentId == story.Id));
        var reply = Assert.Single(letter.Replies);
        Assert.Equal((InterventionState.Replied, "C", "05", false), (letter.State, letter.GradeCode, reply.Code, reply.IsAcknowledgement));

        var supervisor = await app.JoinAsync(Role.Supervisor, app.Team);
        var protection = (await app.SendAsync(supervisor, new GetProtection(story.Number))).Value;
        var measure = Assert.Single(protection.Measures);
        Assert.Equal(MeasureStage.Granted, measure.Standing);
        Assert.Equal(Day.DayNumber - measure.DueOn.DayNumber, measure.DaysLate);
        Assert.True(measure.DaysLate > 365);
        Assert.Equal((RiskBand.High, AssessmentState.Present), Assert.Single(protection.Assessments) is var risk ? (risk.Band, risk.State) : default);
    }

    private Incident Story() => Assert.Single(app.Incidents, i => app.Title(i).StartsWith("Historia de demostración", StringComparison.Ordinal));
}
