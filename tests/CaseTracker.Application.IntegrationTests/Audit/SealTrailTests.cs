using CaseTracker.Application.Incidents;
using CaseTracker.Application.Jobs;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Audit;

public abstract class SealTrailTests(UseCases app)
{
    [SkippableFact]
    public async Task Many_sequencers_and_writers_at_once_make_one_tree_without_gaps()
    {
        var writer = app.Services.GetRequiredService<ITrailWriter>();
        var member = new MemberId(Guid.CreateVersion7());
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async n =>
        {
            for (var i = 0; i < 12; i++)
            {
                await (n % 2 == 0 ? app.SealAsync() : writer.WriteAsync(member, "MoveIncident", AuditOutcome.Done, $"CT-2026-{n:00}{i:000}", null, default));
            }
        }));
        await app.SealAsync();

        var places = await app.StoredAsync(db => db.Trail.OrderBy(e => e.TreeIndex).Select(e => e.TreeIndex).ToListAsync());
        Assert.Equal(Enumerable.Range(0, places.Count).Select(i => (long?)i), places);
        Assert.True(places.Count >= 48);
        Assert.Null((await app.ProofAsync(p => p.VerifyAsync([], null, default))).Fault);
    }

    [SkippableFact]
    public async Task What_the_product_itself_writes_verifies_and_says_so()
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var number = (await app.SendAsync(worker, AnIncident())).Value;
        await app.SendAsync(worker, new GetPeople(number));
        await app.SendAsync(worker, new MoveIncident("CT-2026-99999", 1, Domain.Incidents.Workflow.Triage, "x"));

        var verdict = await app.ProofAsync(p => p.VerifyAsync([], null, default));
        var state = await app.StateAsync();

        Assert.Null(verdict.Fault);
        Assert.True(verdict.Sealed >= 3);
        Assert.Equal((true, state.Entries, app.Clock.GetUtcNow(), null), (state.IsIntact, state.Sealed, state.VerifiedAt, state.Fault));
    }

    [SkippableFact]
    public async Task Keeps_a_checkpoint_a_day_and_none_of_a_trail_in_which_something_is_wrong()
    {
        var folder = Path.Combine(app.Database.Folder, "checkpoints");
        var writer = app.Services.GetRequiredService<ITrailWriter>();
        await writer.WriteAsync(null, "SignInRefused", AuditOutcome.Denied, null, null, default);
        var before = Files();
        MemberId[] watching = [(await app.JoinAsync(Role.Auditor)).Id!.Value, (await app.JoinAsync(Role.Administrator)).Id!.Value];
        await RunAsync("checkpoint-trail");
        app.Clock.Advance(TimeSpan.FromHours(5));
        await RunAsync("checkpoint-trail");
        Assert.Equal(before + 1, Files());

        app.Clock.Advance(TimeSpan.FromHours(20));
        await RunAsync("checkpoint-trail");
        Assert.Equal(before + 2, Files());
        Assert.Equal(before + 2, (await app.ProofAsync(p => p.VerifyAsync([], null, default))).Checkpoints);

        app.Clock.Advance(TimeSpan.FromHours(25));
        var line = await app.StoredAsync(db => db.Trail.Where(e => e.TreeIndex == 0).Select(e => e.Sequence).SingleAsync());
        await app.StoredAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "Trail" SET "Detail" = 'x' WHERE "Sequence" = {line}"""));
        await RunAsync("checkpoint-trail");
        Assert.Equal(before + 2, Files());
        Assert.Equal(new(TrailFaultKind.LineAltered, line), (await app.StateAsync()).Fault);
        await RunAsync("checkpoint-trail");
        foreach (var told in watching)
        {
            var notice = Assert.Single(await NoticesAsync(told));
            Assert.Equal((NoticeKind.TrailFault, $"Fault.LineAltered line:{line}"), (notice.Kind, notice.Detail));
        }

        Assert.Equal(1, await app.StoredAsync(db => db.Trail.CountAsync(e => e.Action == "TrailFault" && e.Detail == $"Fault.LineAltered line:{line}")));
        await app.StoredAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "Trail" SET "Detail" = NULL WHERE "Sequence" = {line}"""));

        int Files() => Directory.Exists(folder) ? Directory.GetFiles(folder).Length : 0;
    }

    [SkippableFact]
    public async Task An_altered_file_among_the_kept_checkpoints_is_told_of_and_the_trail_is_verified_all_the_same()
    {
        var folder = Directory.CreateDirectory(Path.Combine(app.Database.Folder, "checkpoints")).FullName;
        var junk = Path.Combine(folder, "20200101T000000Z.checkpoint");
        var auditor = (await app.JoinAsync(Role.Auditor)).Id!.Value;
        await File.WriteAllTextAsync(junk, "junk");
        app.Clock.Advance(TimeSpan.FromDays(2));
        await RunAsync("checkpoint-trail");
        File.Delete(junk);

        Assert.Equal((app.Clock.GetUtcNow(), TrailFaultKind.CheckpointUnreadable), (await app.StateAsync() is var state ? state.VerifiedAt : null, state.Fault?.Kind));
        Assert.Equal("Fault.CheckpointUnreadable", Assert.Single(await NoticesAsync(auditor)).Detail);
    }

    [SkippableFact]
    public async Task A_tree_that_was_changed_stops_sealing_and_is_told_of()
    {
        await app.SealAsync();
        var auditor = (await app.JoinAsync(Role.Auditor)).Id!.Value;
        await app.Services.GetRequiredService<ITrailWriter>().WriteAsync(null, "SignInRefused", AuditOutcome.Denied, null, null, default);
        await app.StoredAsync(db => db.Database.ExecuteSqlRawAsync("""UPDATE "TrailTree" SET "Size" = "Size" + 1"""));
        await RunAsync("seal-trail");
        await app.StoredAsync(db => db.Database.ExecuteSqlRawAsync("""UPDATE "TrailTree" SET "Size" = "Size" - 1"""));

        Assert.Equal("Fault.TreeAltered", Assert.Single(await NoticesAsync(auditor)).Detail);
        await app.SealAsync();
        Assert.Null((await app.ProofAsync(p => p.VerifyAsync([], null, default))).Fault);
    }

    [SkippableFact]
    public async Task Its_keys_are_in_files_for_their_owner_alone_and_never_in_the_database()
    {
        await app.Services.GetRequiredService<ITrailWriter>().WriteAsync(null, "SignInRefused", AuditOutcome.Denied, null, null, default);
        foreach (var name in new[] { "audit.key", "audit-signing.key" })
        {
            var file = Path.Combine(app.Database.Folder, "keys", name);
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite), name);
        }

        var stored = await app.StoredAsync(db => db.Database.SqlQueryRaw<string>("""SELECT "KeyId" AS "Value" FROM "TrailTree" """).SingleAsync());
        var secret = Convert.FromBase64String(await File.ReadAllTextAsync(Path.Combine(app.Database.Folder, "keys", "audit.key")));
        Assert.Equal(new TrailKey(secret).Id, stored);
    }

    private Task<List<Notice>> NoticesAsync(MemberId member) => app.StoredAsync(db => db.Notices.Where(n => n.MemberId == member).ToListAsync());

    private Task RunAsync(string job) => app.Services.GetRequiredService<JobRunner>().RunAsync(job, default);

    public sealed class OnSqlite(UseCasesOnSqlite app) : SealTrailTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : SealTrailTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
