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
        Assert.Contains("3 lines", told, StringComparison.Ordinal);
        Assert.Equal(3, Checkpoint.Read(await File.ReadAllTextAsync(Kept))!.Size);

        await WriteAsync(2);
        var (code, text) = await RunAsync("audit", "verify", "--checkpoint", Kept);
        Assert.Equal(0, code);
        Assert.Contains("The trail verifies: 5 lines in the tree, 0 not sealed yet, 1 kept checkpoints continued.", text, StringComparison.Ordinal);
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
        Assert.Contains("3 lines shorter than a kept checkpoint", text, StringComparison.Ordinal);
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
