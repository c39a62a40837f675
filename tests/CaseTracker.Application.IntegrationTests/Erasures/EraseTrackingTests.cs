using CaseTracker.Application.Accountability;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Erasures;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Reference;
using CaseTracker.Application.Today;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Erasures;

public abstract class EraseTrackingTests(UseCases app)
{
    private static readonly ReplyInput Reply = new(new DateInput(2026, 3, 14), IsAcknowledgement: false, "02", "They will", null, null);

    [SkippableFact]
    public async Task What_was_written_is_gone_and_dates_codes_and_grades_stay()
    {
        var one = await Tracking.OfAsync(app);

        await one.EraseAsync();

        var view = await one.ViewAsync();
        Assert.Equal((IncidentKeys.Erased, IncidentKeys.Erased, IncidentKeys.Erased), (view.Summary, view.Replies[0].Substance, view.Replies[0].Gradings[0].Reason));
        Assert.Equal(IncidentKeys.Erased, view.DueChanges.Single().Reason);
        Assert.Equal((InterventionStatus.Replied, "C", "02", Tracking.Release), (view.Status, view.Grade, view.Replies[0].Code, view.Ask!.Release));
        Assert.Equal((app.Clock.GetUtcNow(), ErasureGround.CourtOrder, true), (view.Erased!.At, view.Erased.Ground!.Value, view.Erased.IsFinished));
        Assert.Equal((false, false), (view.MayWork, view.MayErase));
        var ask = Erasing.Valid(await app.SendAsync(one.Worker, new GetRelease(Tracking.Release))).Asks.Single(a => a.Key == "public-recognition");
        Assert.Contains(ask.Tracked, t => t.Id == one.Id && t.Grade == "C");
        Assert.Contains(Erasing.Valid(await app.SendAsync(one.Worker, new ListInterventions(new InterventionFilter { Whose = InterventionFilter.Team }))).Rows, r => r.Id == one.Id && r.Erased is not null);
    }

    [SkippableFact]
    public async Task What_was_awaited_is_awaited_by_nobody_any_more()
    {
        var one = await Tracking.OfAsync(app, replied: false);
        Assert.Equal(1, Erasing.Valid(await app.SendAsync(one.Worker, new GetToday())).Replies);

        await one.EraseAsync();

        Assert.Equal(InterventionStatus.Closed, (await one.ViewAsync()).Status);
        Assert.Null((await one.ViewAsync()).Closing!.Reason);
        Assert.Equal(0, Erasing.Valid(await app.SendAsync(one.Worker, new GetToday())).Replies);
        await one.Jobs.RunAsync(RemindOfReplies.Job);
        Assert.DoesNotContain(Erasing.Valid(await app.SendAsync(one.Worker, new MyNotices())).Lines, l => l.Kind == NoticeKind.ReplyOverdue);
    }

    [SkippableFact]
    public async Task Nobody_works_on_it_any_more()
    {
        var one = await Tracking.OfAsync(app);
        await one.EraseAsync();
        var version = (await one.ViewAsync()).Version;

        Refused(await app.SendAsync(one.Worker, new RecordReply(one.Id, version, Reply)));
        Refused(await app.SendAsync(one.Worker, new GetReplyToCorrect(one.Id, 1)));
        Refused(await app.SendAsync(one.Worker, new GradeReply(one.Id, version, 1, "A", "Better")));
        Refused(await app.SendAsync(one.Worker, new ChangeReplyDue(one.Id, version, "2026-04-30", "Later")));
        Refused(await app.SendAsync(one.Worker, new CloseIntervention(one.Id, version, "Enough")));
        Refused(await app.SendAsync(one.Supervisor, new EraseTracking(one.Id, ErasureGround.Error, Tracking.Release, Understood: true)));

        Assert.Equal(version, (await one.ViewAsync()).Version);

        static void Refused<T>(T answer)
            where T : IRefusable<T> => Assert.Equal([ErasureErrors.InterventionErased], answer.Refusals);
    }

    [SkippableFact]
    public async Task Asks_for_the_ground_the_release_and_a_yes_of_a_supervisor_and_tells_all_at_once()
    {
        var one = await Tracking.OfAsync(app);

        var refused = await app.SendAsync(one.Supervisor, new EraseTracking(one.Id, (ErasureGround)9, "mx-2017-impunity", Understood: false));
        Assert.Equal(["Confirmation", "Ground", "Understood"], refused.Refusals.Select(r => r.Field).Order());
        Assert.Contains(ErasureErrors.ReleaseDiffers, refused.Refusals);
        Assert.Equal([SharedErrors.Forbidden], (await app.SendAsync(one.Worker, new EraseTracking(one.Id, ErasureGround.Error, Tracking.Release, Understood: true))).Refusals);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(one.Supervisor, new EraseTracking(InterventionId.New(app.Clock.GetUtcNow()), ErasureGround.Error, Tracking.Release, Understood: true))).Refusals);

        var view = await one.ViewAsync();
        Assert.Equal((null, Tracking.Summary, Tracking.Substance), (view.Erased, view.Summary, view.Replies[0].Substance));
    }

    [SkippableFact]
    public async Task What_is_about_an_incident_is_erased_with_it_and_not_alone()
    {
        var team = await app.FoundTeamAsync();
        var worker = await app.JoinAsync(Role.CaseWorker, team);
        var supervisor = await app.JoinAsync(Role.Supervisor, team);
        var number = Erasing.Valid(await app.SendAsync(worker, AnIncident()));
        var letter = Erasing.Valid(await app.SendAsync(worker, new RecordIntervention(Guid.CreateVersion7(), number, null, new InterventionInput("AL", "Local prosecutor", new DateInput(2026, 3, 10), "Who looks into it?", null, null))));

        Assert.Equal([ErasureErrors.GoesWithIncident], (await app.SendAsync(supervisor, new EraseTracking(letter, ErasureGround.Error, number, Understood: true))).Refusals);

        var view = Erasing.Valid(await app.SendAsync(supervisor, new GetIntervention(letter)));
        Assert.Equal(("Who looks into it?", false, null), (view.Summary, view.MayErase, view.Erased));
    }

    [SkippableFact]
    public async Task Its_author_is_told_and_each_receipt_of_one_release_names_its_own_line()
    {
        var (first, second) = (await Tracking.OfAsync(app), await Tracking.OfAsync(app));
        var (one, other) = (await first.EraseAsync(), await second.EraseAsync());

        var notice = Erasing.Valid(await app.SendAsync(first.Worker, new MyNotices())).Lines[0];
        Assert.Equal((NoticeKind.TrackingErased, first.Id.Value.ToString("N")), (notice.Kind, notice.Subject));
        var auditor = await app.JoinAsync(Role.Auditor);
        var receipts = (Erasing.Valid(await app.SendAsync(auditor, new GetErasure(one))), Erasing.Valid(await app.SendAsync(auditor, new GetErasure(other))));
        Assert.Equal((Tracking.Release, ErasedKind.Intervention, 1), (receipts.Item1.Number, receipts.Item1.What, receipts.Item1.Keys[ErasedKind.Intervention]));
        Assert.Equal($"{first.Id.Value:N} CourtOrder", receipts.Item1.Order!.Detail);
        Assert.Equal($"{second.Id.Value:N} CourtOrder", receipts.Item2.Order!.Detail);
        Assert.Equal(1, await app.StoredAsync(db => db.Trail.CountAsync(e => e.Action == FinishErasures.Action && e.Subject == Tracking.Release && e.Detail == first.Id.Value.ToString("N"))));
        Assert.Contains(Erasing.Valid(await app.SendAsync(second.Supervisor, new ListErasures())).Rows, r => r.Id == one && r.What == ErasedKind.Intervention);
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : EraseTrackingTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : EraseTrackingTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
