using CaseTracker.Application.Accountability;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Erasures;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Audit;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.IntegrationTests.Erasures;

/// <summary>Killed between two of its deeds, or undone by a restored backup, an erasure is carried on.</summary>
public abstract class InterruptedErasureTests(UseCases app)
{
    [SkippableFact]
    public async Task Killed_before_the_keys_were_destroyed_it_is_finished_by_the_next_turn()
    {
        var one = await Erasing.OfAsync(app);
        var id = await one.OrderAsync();
        Assert.True(await one.StandsAsync(KeyOwner.Of(await one.IdAsync())));
        Assert.False(Erasing.Valid(await app.SendAsync(one.Owner, new GetIncidentHeader(one.Number))).Erased!.IsFinished);
        Assert.Null(Erasing.Valid(await app.SendAsync(one.Supervisor, new GetErasure(id))).FinishedAt);

        Assert.Equal(1, await one.RunAsync(FinishErasures.Job));

        await AssertFinishedAsync(one);
    }

    [SkippableFact]
    public async Task Killed_before_it_was_marked_finished_it_is_finished_by_the_next_turn()
    {
        var one = await Erasing.OfAsync(app);
        await one.OrderAsync();
        var person = (await one.VictimAsync()).Person!.Value;
        await one.Keys.DestroyAsync([KeyOwner.Of(await one.IdAsync())], CancellationToken.None);

        Assert.Equal(1, await one.RunAsync(FinishErasures.Job));

        await AssertFinishedAsync(one);
        Assert.False(await one.StandsAsync(KeyOwner.Of(person)));
    }

    [SkippableFact]
    public async Task Keys_that_a_restored_backup_brings_back_are_destroyed_again()
    {
        var one = await Erasing.OfAsync(app);
        var owner = KeyOwner.Of(await one.IdAsync());
        var backup = await KeyBackup.OfAsync(app, owner);
        await one.EraseAsync();
        await backup.RestoreAsync();
        Assert.Equal("Threats after a press conference", Erasing.Valid(await app.SendAsync(one.Owner, new GetIncidentHeader(one.Number))).Title);

        Assert.Equal(1, await one.RunAsync(RepeatErasures.Job));

        Assert.False(await one.StandsAsync(owner));
        Assert.Equal(IncidentKeys.Erased, Erasing.Valid(await app.SendAsync(one.Owner, new GetIncidentHeader(one.Number))).Title);
        Assert.Equal(1, await app.StoredAsync(db => db.Trail.CountAsync(e => e.Action == RepeatErasures.Action && e.Subject == one.Number && e.ActorId == null)));
        Assert.Equal(0, await one.RunAsync(RepeatErasures.Job));
    }

    /// <summary>The database of before the order has its index and no mark; the key database knows better.</summary>
    [SkippableFact]
    public async Task A_database_from_before_the_erasure_is_marked_by_what_the_key_database_knows()
    {
        var one = await Erasing.OfAsync(app);
        var victim = await one.VictimAsync();
        var first = new StageInput("J1", new DateInput(2026, 3, 3), "She filed it herself", null, Build.NoDate, Authority: "CT-AUT-FGR", Unit: "Desk of the quetzal");
        Assert.Empty((await app.SendAsync(one.Owner, new OpenProceeding(one.Number, 1, "CT-PRC-CRIM", first))).Refusals);
        await one.Keys.DestroyAsync([KeyOwner.Of(await one.IdAsync()), KeyOwner.Of(victim.Person!.Value)], CancellationToken.None);

        Assert.Equal(2, await one.RunAsync(RepeatErasures.Job));

        var erased = Erasing.Valid(await app.SendAsync(one.Owner, new GetIncidentHeader(one.Number))).Erased!;
        Assert.Equal((null, null, true), (erased.Ground, erased.Receipt, erased.IsFinished));
        Assert.Equal(0, await app.StoredAsync(async db => await db.Words.CountAsync(w => db.Incidents.Any(i => i.Id == w.IncidentId && i.Number == one.Number))));
        Assert.NotNull((await one.VictimAsync()).ErasedAt);
        Assert.Null(Erasing.Valid(await app.SendAsync(one.Owner, new GetJustice(one.Number))).Paths.Single().Unit);
        Assert.Equal(0, await one.RunAsync(RepeatErasures.Job));
    }

    private async Task AssertFinishedAsync(Erasing one)
    {
        Assert.False(await one.StandsAsync(KeyOwner.Of(await one.IdAsync())));
        Assert.True(Erasing.Valid(await app.SendAsync(one.Owner, new GetIncidentHeader(one.Number))).Erased!.IsFinished);
        Assert.Equal(0, await one.RunAsync(FinishErasures.Job));
        Assert.Equal(1, await app.StoredAsync(db => db.Trail.CountAsync(e => e.Action == FinishErasures.Action && e.Subject == one.Number && e.Outcome == AuditOutcome.Done)));
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : InterruptedErasureTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : InterruptedErasureTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
