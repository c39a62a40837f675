using System.Text.RegularExpressions;
using CaseTracker.Application;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Infrastructure;
using CaseTracker.Infrastructure.Access;
using CaseTracker.Testing;
using CaseTracker.Web.CommandLine;
using CaseTracker.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Web.IntegrationTests.CommandLine;

/// <summary>Whoever runs the server is nobody's case worker: what verbs print names no incident, and nobody of one.</summary>
[Collection(nameof(OperatorsConsole))]
public sealed partial class NeedToKnowVerbTests : IAsyncLifetime
{
    private const string Title = "Zanate quiscalus watched from a parked car";
    private const string Surname = "Zapoteco";

    private readonly UseCasesOnSqlite _app = new();
    private string[] _telling = [];

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        var worker = await _app.JoinAsync(Role.CaseWorker, await _app.FoundTeamAsync());
        var logged = await _app.SendAsync(worker, Build.AnIncident() with { Incident = Build.TheFacts() with { Title = Title }, Victims = [Build.AVictim($"Xóchitl {Surname}")] });
        var person = (await _app.SendAsync(worker, new GetPeople(logged.Value))).Value[0];
        _telling = [Title, Surname, logged.Value, person.Pseudonym!, person.Person!.Value.Value.ToString("N"), person.Person.Value.Value.ToString()];
    }

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task No_verb_tells_of_a_case()
    {
        string[][] runs =
        [
            ["--help"], ["--version"], ["migrate"], ["seed", "--demo", "3"], ["user", "add", "--email", "new@example.org", "--role", "CaseWorker"],
            ["audit", "verify"], ["audit", "checkpoint", Path.Combine(_app.Database.Folder, "kept.checkpoint")], ["keys", "rotate"],
        ];
        var wrong = new List<string>();
        foreach (var words in runs)
        {
            var said = await SayAsync(words);
            wrong.AddRange(_telling.Where(t => said.Contains(t, StringComparison.OrdinalIgnoreCase)).Select(t => $"{string.Join(' ', words)} tells {t}"));
        }

        Expect.None(wrong);

        await _app.StoredAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "Incidents" SET "Version" = "Version" + 1"""));
        var fault = await SayAsync(["audit", "verify"]);
        Assert.Contains("The row Incidents ", fault, StringComparison.Ordinal);
        Expect.None(_telling.Where(t => fault.Contains(t, StringComparison.OrdinalIgnoreCase)).Select(t => $"audit verify tells {t} of a row that was changed"));

        // A verb that is added is run here too. Serving the site is the whole of the other tests.
        Assert.Equal(runs.Select(r => r[0]).Where(v => !v.StartsWith('-')).Append("serve").Distinct().Order(), await VerbsAsync());
    }

    private async Task<IEnumerable<string>> VerbsAsync()
    {
        var help = await SayAsync(["--help"]);
        return VerbLine().Matches(help[help.IndexOf("Commands:", StringComparison.Ordinal)..]).Select(m => m.Groups[1].Value).Order();
    }

    private async Task<string> SayAsync(string[] words)
    {
        var console = System.Console.Out;
        await using var text = new StringWriter();
        System.Console.SetOut(text);
        try
        {
            await Verbs.RunAsync([.. words, .. _app.Database.Settings.Select(s => $"--{s.Key}={s.Value}")], builder =>
            {
                builder.Services.AddApplication();
                builder.Services.AddInfrastructure(builder.Configuration);
                builder.Services.AddSignIns(builder.Configuration);
                builder.AddSite();
            });
            return text.ToString();
        }
        finally
        {
            System.Console.SetOut(console);
        }
    }

    [GeneratedRegex(@"^  ([a-z]+)\s", RegexOptions.Multiline)]
    private static partial Regex VerbLine();
}
