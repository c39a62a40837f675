using System.Net;
using System.Text;
using CaseTracker.Infrastructure.Hosting;
using CaseTracker.Testing;

namespace CaseTracker.Web.IntegrationTests.Canaries;

/// <summary>
/// The whole site in a process of its own: a word that is nowhere else is typed into every text of every form, everything is
/// used and read by everybody, and then every answer and every byte that the site left behind is searched for it.
/// </summary>
public abstract class CanarySweepTests(DatabaseProvider provider)
{
    /// <summary>Texts that no walk gets to type into, or that nobody is ever shown again, and why.</summary>
    private static readonly Dictionary<(string Page, string Field), string> NotTyped = new()
    {
        [("/campaigns/{campaign}/incidents/add", "Form.Incident")] = "asks for the number of an incident, and keeps nothing else",
        [("/account/second-factor", "name")] = "only somebody with a passkey can rename one, which takes a browser that has it",
    };

    private static readonly Dictionary<string, string> NotSeen = new()
    {
        ["/erasures/{erasure:guid}"] = "nothing is erased, so that everything can be searched for",
    };

    private static readonly Dictionary<(string Page, string Target), string> NotTaken = new()
    {
        [("/account/second-factor/passkey", "/account/second-factor/passkey")] = "a passkey takes a browser that has it",
        [("/sign-in", "/sign-in")] = "an address that nobody has, and a wrong password",
        [("/sign-in", "/sign-in/second-step")] = "a wrong code",
        [("/account/second-factor/app", "/account/second-factor/app")] = "a wrong code",
        [("/confirm", "/confirm")] = "a wrong password",
        [("/follow-ups/{id}", "/follow-ups/{id} [Form.Do=reassign]")] = "keeps nothing that is typed",
        [("/incidents/{number}/erase", "/incidents/{number}/erase")] = "asks for the number once more and keeps nothing that is typed",
        [("/incidents/{number}/people/{person:guid}/erase", "/incidents/{number}/people/{person:guid}/erase")] = "asks for the pseudonym once more and keeps nothing that is typed",
        [("/campaigns/{campaign}/erase", "/campaigns/{campaign}/erase")] = "asks for the number once more and keeps nothing that is typed",
        [("/interventions/{tracked:guid}/erase", "/interventions/{tracked:guid}/erase")] = "asks for the key of the release once more and keeps nothing that is typed",
    };

    private static readonly Dictionary<(string Page, string Field), string> NotReadAgain = new()
    {
        [("/incidents/{number}/people/add", "Form.Pseudonym")] = "is looked up, and found or not",
        [("/account/second-factor/passkey", "Form.Name")] = "is kept with a passkey alone",
        [("/campaigns/new", "Form.ReachNumber")] = "takes digits alone",
        [("/campaigns/{campaign}/edit", "Form.ReachNumber")] = "takes digits alone",
        [("/admin/authorities/add", "Form.StalledAfterDays")] = "takes digits alone",
        [("/admin/authorities/{authority:guid}", "Form.StalledAfterDays")] = "takes digits alone",
        [("/incidents/{number}/erase", "Form.Confirmation")] = "is compared with the number",
        [("/incidents/{number}/people/{person:guid}/erase", "Form.Confirmation")] = "is compared with the pseudonym",
        [("/campaigns/{campaign}/erase", "Form.Confirmation")] = "is compared with the number",
        [("/interventions/{tracked:guid}/erase", "Form.Confirmation")] = "is compared with the key of the release",
    };

    [SkippableFact]
    public async Task What_was_typed_is_read_by_who_may_and_lies_nowhere_else()
    {
        await using var site = await BuiltSite.CreateAsync(provider);
        await site.StartAsync();
        var book = new CanaryBook();
        var work = new Work(site, book);
        var sweep = new Sweep(book, work);
        await work.EnterAsync();
        await work.TypeAsync();
        await work.ReadAsync();
        var (_, server) = await Copies.MakeAsync(site);
        await site.KillAsync();
        var leaks = Left(site, server).ToList();
        AssertWrittenAhead(site);
        Assert.All(Databases(site, server), d => Assert.True(Holds(d, CanaryKind.Member), $"{d} is not the database that was worked with."));

        // What is due is announced and mailed at the start, and the database is what the power cut left.
        await site.StartAsync();
        await WaitForLettersAsync(site);
        await work.ReadAsync();
        await site.KillAsync();
        leaks.AddRange(Left(site, server));
        leaks.AddRange(sweep.Answers(work.Exchanges));

        Expect.None(leaks.Distinct());
        AssertEverythingWasTyped(work, sweep);
        AssertWouldHaveBeenFound(site, sweep, book);
    }

    /// <summary>Everything that the site and its database left, the keys apart and the copies included.</summary>
    private static IEnumerable<string> Left(BuiltSite site, string? server) =>
        Sweep.Files(site.Apart, IsDatabase).Concat(Sweep.Files(site.Data, IsDatabase)).Concat(server is null ? [] : Sweep.Files(server, _ => true));

    private static bool IsDatabase(string file) => file.Contains($"{Path.DirectorySeparatorChar}{Copies.OfTheDatabase}", StringComparison.Ordinal);

    private static IEnumerable<string> Databases(BuiltSite site, string? server) =>
    [
        .. Directory.EnumerateFileSystemEntries(Path.Combine(site.Apart, "copies"), Copies.OfTheDatabase + "*"),
        .. server is null ? [] : new[] { server },
        .. site.Database.Provider == DatabaseProvider.Sqlite ? [Path.Combine(site.Data, "casetracker.db")] : Array.Empty<string>(),
    ];

    private static bool Holds(string place, CanaryKind kind) =>
        (Directory.Exists(place) ? Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories) : [place]).Any(f => ByteSearch.In(File.ReadAllBytes(f)).Any(found => found.Kind == kind));

    /// <summary>Or else nothing was searched that a power cut leaves.</summary>
    private static void AssertWrittenAhead(BuiltSite site)
    {
        if (site.Database.Provider == DatabaseProvider.Sqlite)
        {
            Assert.True(new FileInfo(Path.Combine(site.Data, "casetracker.db-wal")).Length > 0 && new FileInfo(site.KeyDatabase + "-wal").Length > 0);
        }
    }

    private static async Task WaitForLettersAsync(BuiltSite site)
    {
        await site.HeardAsync("Job remind did");
        await site.HeardAsync("Job send-mail did");
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(site.Data, "mail"), "*.eml"));
    }

    private static void AssertEverythingWasTyped(Work work, Sweep sweep)
    {
        var typed = work.Typing.All;
        var read = work.Exchanges.SelectMany(sweep.Shown).ToHashSet();
        Expect.None(
        [
            .. Routes.Pages.Where(p => !NotSeen.ContainsKey(p) && !work.Exchanges.Any(e => Routes.Of(e.Address) == p && (e.Status == HttpStatusCode.OK || p.StartsWith("/errors/", StringComparison.Ordinal)))).Select(p => $"{p} was never seen"),
            .. Markup.Texts().Where(m => !typed.Any(t => t.Field.EndsWith(m.Field, StringComparison.Ordinal) && (m.IsPart || t.Page == m.Page)) && !NotTyped.ContainsKey((m.Page, m.Field))).Select(m => $"{m.Page} {m.Field} was never typed into"),
            .. typed.GroupBy(t => (t.Page, t.Target)).Where(g => !g.Any(t => t.WasTaken) && !NotTaken.ContainsKey(g.Key)).Select(g => $"{g.Key} was never taken"),
            .. typed.Where(t => t.Canary.Kind is not (CanaryKind.Secret or CanaryKind.Search) && !Fields.IsDate(t.Field)).GroupBy(t => (t.Page, t.Field))
                .Where(g => !g.Any(t => read.Contains(t.Canary)) && !NotReadAgain.ContainsKey(g.Key)).Select(g => $"{g.Key} was never read again, so nobody knows that it was kept"),
        ]);
    }

    /// <summary>Once more with one word in each place that was searched, and in answers to those who may not have it.</summary>
    private static void AssertWouldHaveBeenFound(BuiltSite site, Sweep sweep, CanaryBook book)
    {
        var (story, name) = (book.Plant(CanaryKind.Story, Work.Owner, "here"), book.Plant(CanaryKind.Identity, Work.Owner, "here"));
        string[] places =
        [
            site.Log, Path.Combine(site.Temporary, "left"), Path.Combine(site.Home, ".left"), site.KeyDatabase, Path.Combine(site.Apart, "copies", "keys.backup"),
            Path.Combine(site.Apart, "copies", Copies.OfTheDatabase), Path.Combine(site.Data, "casetracker.db-wal"), Path.Combine(site.Data, "casetracker.db"), Path.Combine(site.Data, "mail", "left.eml"),
        ];
        foreach (var place in places)
        {
            using var file = new FileStream(place, FileMode.Append);
            file.Write(Encoding.Unicode.GetBytes(story.Word.ToUpperInvariant()));
        }

        File.AppendAllText(site.Log, $"{Reader.Network}::1");
        Assert.Contains(Left(site, server: null), l => l.StartsWith($"{site.Log}: where somebody came from", StringComparison.Ordinal));
        Expect.None(places.Except(Left(site, server: null).Select(l => l.Split(": ")[0])).Select(p => $"{p} was not searched"));
        var page = new Exchange(Work.Outsider, "GET", "/incidents", "/incidents", HttpStatusCode.OK, "", Encoding.UTF8.GetBytes($"<p>{story.Word}</p>"));
        Exchange[] wrong =
        [
            page,
            page with { Body = Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(story.Word))) },
            page with { Body = [], Headers = $"Location: /incidents?text={Uri.EscapeDataString(story.Word)}" },
            page with { Reader = Work.Owner, Body = Encoding.UTF8.GetBytes(name.Word) },
            page with { Reader = Work.Auditor, Address = "/audit/export", Body = Encoding.UTF8.GetBytes(name.Digits) },
            page with { Reader = Work.Visitor, Sent = story.Word },
            page with { Body = Encoding.UTF8.GetBytes($"<p>{Reader.Network}::1</p>") },
        ];
        Assert.All(wrong, w => Assert.Single(sweep.Answers([w])));
        Assert.Empty(sweep.Answers([page with { Reader = Work.Teammate }]));
    }

    public sealed class OnSqlite() : CanarySweepTests(DatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : CanarySweepTests(DatabaseProvider.PostgreSql);
}
