using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Erasures;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Erasures;
using CaseTracker.Testing;

namespace CaseTracker.Application.IntegrationTests.Erasures;

/// <summary>A request of a release that somebody tracks with words in every text, and a supervisor of another team.</summary>
internal sealed record Tracking(UseCases App, Actor Worker, Actor Supervisor, InterventionId Id)
{
    public const string Release = "mx-2016-stigmatization";
    public const string Summary = "The cormorant was asked about again";
    public const string DueReason = "The cormorant set another day";
    public const string Substance = "The cormorant answers nothing of substance";
    public const string GradeReason = "The cormorant repeats itself";

    /// <param name="replied">What is awaited has no reply, and another due day.</param>
    public static async Task<Tracking> OfAsync(UseCases app, bool replied = true)
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var told = new InterventionInput("AL", null, new DateInput(2026, 3, 1), Summary, "2026-03-12", DueReason);
        var id = Erasing.Valid(await app.SendAsync(worker, new TrackRequest(Guid.CreateVersion7(), Release, "public-recognition", told)));
        if (replied)
        {
            Assert.Empty((await app.SendAsync(worker, new RecordReply(id, 1, new ReplyInput(new DateInput(2026, 3, 10), IsAcknowledgement: false, "02", Substance, "C", GradeReason)))).Refusals);
        }

        return new(app, worker, await app.JoinAsync(Role.Supervisor, await app.FoundTeamAsync()), id);
    }

    public async Task<InterventionView> ViewAsync() => Erasing.Valid(await App.SendAsync(Worker, new GetIntervention(Id)));

    public async Task<ErasureId> OrderAsync() => Erasing.Valid(await App.SendAsync(Supervisor, new EraseTracking(Id, ErasureGround.CourtOrder, $" {Release.ToUpperInvariant()} ", Understood: true)));

    public async Task<ErasureId> EraseAsync()
    {
        var id = await OrderAsync();
        await Jobs.FinishAsync();
        return id;
    }

    public Erasing Jobs => new(App, Worker, Supervisor, Release);
}
