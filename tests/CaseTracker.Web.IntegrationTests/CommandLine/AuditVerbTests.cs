using CaseTracker.Application;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Audit;
using CaseTracker.Infrastructure;
using CaseTracker.Infrastructure.Access;
using CaseTracker.Testing;
using CaseTracker.Web.CommandLine;
using CaseTracker.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Web.IntegrationTests.CommandLine;

/// <summary>The console belongs to the whole process, so these run while nothing else does.</summary>
[CollectionDefinition(nameof(OperatorsConsole), DisableParallelization = true)]
public sealed class OperatorsConsole;

[Collection(nameof(OperatorsConsole))]
public sealed class AuditVerbTests : IAsyncLifetime
{
    private readonly UseCasesOnSqlite _app = new();

    private string Kept => Path.Combine(_app.Database.Folder, "kept.checkpoint");

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        await WriteAsync(3);
    }

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Verifies_a_trail_that_nobody_changed_against_a_kept_checkpoint()
    {
        var (made, told) = await RunAsync("audit", "checkpoint", Kept);
        Assert.Equal(0, made);
        Assert.Contains("4 lines", told, StringComparison.Ordinal);
        Assert.Equal(4, Checkpoint.Read(await File.ReadAllTextAsync(Kept))!.Size);

        await WriteAsync(2);
        var (code, text) = await RunAsync("audit", "verify", "--checkpoint", Kept);
        Assert.Equal(0, code);
        Assert.Contains("The trail verifies: 6 lines in the tree, 0 not sealed yet, 1 kept checkpoints continued.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_a_verification_without_a_kept_checkpoint_is_worth()
    {
        var (code, text) = await RunAsync("audit", "verify");
        Assert.Equal(0, code);
        Assert.Contains("a whole older database put in its place would verify too", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_the_row_that_was_changed_and_the_line_that_last_wrote_it()
    {
        var team = await _app.FoundTeamAsync();
        Assert.Contains("1 rows compared", (await RunAsync("audit", "verify")).Text, StringComparison.Ordinal);
        await _app.StoredAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "Teams" SET "Name" = 'x'"""));

        var (code, text) = await RunAsync("audit", "verify");
        Assert.Equal(1, code);
        Assert.Contains($"The row Teams {team.Value:N} is not as it was last written by line 4: it was changed past the product.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_the_first_line_that_is_wrong()
    {
        await RunAsync("audit", "verify");
        await _app.StoredAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "Trail" SET "Detail" = 'x' WHERE "Sequence" > 1"""));
        var (code, text) = await RunAsync("audit", "verify");
        Assert.Equal(1, code);
        Assert.Contains("Line 2 is not as it was written", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_a_trail_that_is_shorter_than_the_kept_checkpoint()
    {
        await RunAsync("audit", "checkpoint", Kept);
        await _app.StoredAsync(db => db.Database.ExecuteSqlRawAsync("""DELETE FROM "Trail"; DELETE FROM "TrailTree"; DELETE FROM sqlite_sequence WHERE name = 'Trail'"""));
        var (code, text) = await RunAsync("audit", "verify", "--checkpoint", Kept);
        Assert.Equal(1, code);
        Assert.Contains("4 lines shorter than a kept checkpoint", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_a_checkpoint_was_signed_stands_in_the_trail_that_it_covers()
    {
        await RunAsync("audit", "checkpoint", Kept);

        var last = await _app.StoredAsync(db => db.Trail.OrderByDescending(e => e.Sequence).Select(e => new { e.Action, e.Outcome, e.TreeIndex }).FirstAsync());
        Assert.Equal(("SignCheckpoint", AuditOutcome.Done, Checkpoint.Read(await File.ReadAllTextAsync(Kept))!.Size - 1), (last.Action, last.Outcome, last.TreeIndex));
    }

    /// <summary>Whoever audits the operator has the keys of the trail, and not the one of the vault.</summary>
    [Fact]
    public async Task Goes_on_without_the_key_of_the_vault()
    {
        await _app.SendAsync(await _app.JoinAsync(Domain.Access.Role.CaseWorker, await _app.FoundTeamAsync()), Build.AnIncident());
        File.Delete(Path.Combine(_app.Database.Folder, "keys", "vault.key"));

        Assert.Equal(0, (await RunAsync("audit", "checkpoint", Kept)).Code);
        var (code, text) = await RunAsync("audit", "verify", "--checkpoint", Kept);
        Assert.True(code == 0, text);
        Assert.Equal(1, (await RunAsync("keys", "rotate")).Code);
    }

    [Fact]
    public async Task What_it_finds_is_told_to_those_who_watch()
    {
        var auditor = await _app.JoinAsync(Domain.Access.Role.Auditor);
        await RunAsync("audit", "verify");
        await _app.StoredAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "Trail" SET "Detail" = 'x' WHERE "Sequence" = 2"""));
        await RunAsync("audit", "verify");

        var notice = Assert.Single(await _app.StoredAsync(db => db.Notices.Where(n => n.MemberId == auditor.Id).ToListAsync()));
        Assert.Equal((Domain.FollowUps.NoticeKind.TrailFault, "Fault.LineAltered line:2"), (notice.Kind, notice.Detail));
    }

    [Fact]
    public async Task A_checkpoint_of_its_own_that_was_altered_is_named_and_everything_else_is_verified_all_the_same()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_app.Database.Folder, "checkpoints")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "20260316T150000Z.checkpoint"), "junk");
        var (code, text) = await RunAsync("audit", "verify");
        Assert.Equal(1, code);
        Assert.Contains("1 of the files in the data folder's checkpoints are no checkpoints", text, StringComparison.Ordinal);

        await _app.StoredAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "Trail" SET "Detail" = 'x' WHERE "Sequence" = 2"""));
        Assert.Contains("Line 2 is not as it was written", (await RunAsync("audit", "verify")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_overwrites_a_kept_checkpoint()
    {
        await File.WriteAllTextAsync(Kept, "kept");
        Assert.Equal(1, (await RunAsync("audit", "checkpoint", Kept)).Code);
        Assert.Equal("kept", await File.ReadAllTextAsync(Kept));
        Assert.Equal((1, true), ((await RunAsync("audit", "verify", "--checkpoint", Kept)) is var (code, text) ? code : 0, text.Contains("is no checkpoint", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Goes_no_further_without_its_keys()
    {
        File.Delete(Path.Combine(_app.Database.Folder, "keys", "audit.key"));
        var (code, text) = await RunAsync("audit", "verify");
        Assert.Equal(1, code);
        Assert.Contains("keys of the trail are not in", text, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_app.Database.Folder, "keys", "audit.key")));
    }

    [Fact]
    public async Task Goes_no_further_with_the_keys_of_another_installation()
    {
        await File.WriteAllTextAsync(Path.Combine(_app.Database.Folder, "keys", "audit.key"), Convert.ToBase64String(new byte[TrailKey.Length]));
        var (code, text) = await RunAsync("audit", "verify");
        Assert.Equal(1, code);
        Assert.Contains("is not the one that this trail was written with", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "audit", "--help")]
    [InlineData(0, "audit", "verify", "--help")]
    [InlineData(0, "audit", "checkpoint", "--help")]
    [InlineData(1, "audit", "verify", "--checkpoint", "/nowhere/at/all")]
    [InlineData(1, "audit", "checkpoint", "/nowhere/at/all")]
    [InlineData(2, "audit")]
    [InlineData(2, "audit", "checkpoint")]
    [InlineData(2, "audit", "verify", "--nonsense")]
    [InlineData(2, "audit", "verify", "--checkpoint")]
    public async Task Answers_with_the_code_of_its_kind(int code, params string[] words) => Assert.Equal(code, (await RunAsync(words)).Code);

    private async Task WriteAsync(int lines)
    {
        for (var i = 0; i < lines; i++)
        {
            await _app.Services.GetRequiredService<ITrailWriter>().WriteAsync(null, "SignInRefused", AuditOutcome.Denied, null, null, default);
        }
    }

    private async Task<(int Code, string Text)> RunAsync(params string[] words)
    {
        var console = System.Console.Out;
        await using var text = new StringWriter();
        System.Console.SetOut(text);
        try
        {
            var code = await Verbs.RunAsync([.. words, .. _app.Database.Settings.Select(s => $"--{s.Key}={s.Value}")], builder =>
            {
                builder.Services.AddApplication();
                builder.Services.AddInfrastructure(builder.Configuration);
                builder.Services.AddSignIns(builder.Configuration);
                builder.AddSite();
            });
            return (code, text.ToString());
        }
        finally
        {
            System.Console.SetOut(console);
        }
    }
}
