using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Demonstration;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Application.IntegrationTests.Incidents;

/// <summary>Among many incidents a search takes other ways than among few, and must find the same by each.</summary>
public abstract class SearchAmongManyTests(ManyIncidents app)
{
    [SkippableTheory]
    [InlineData("amenazas")]
    [InlineData("persona defensora")]
    [InlineData("nosuchword")]
    public async Task Counts_and_lists_whatever_has_the_words_and_nothing_else(string text)
    {
        var expected = app.Numbers.Where(n => Has(n.Words, text)).Select(n => n.Number).Order(StringComparer.Ordinal).ToList();

        var (total, invented, listed) = await WalkAsync(app.Worker, text);

        Assert.Equal(expected, listed.Order(StringComparer.Ordinal));
        Assert.Equal((listed.Count, listed.Count), (total, invented));
        Assert.Equal(listed.Count, listed.Distinct().Count());
    }

    [SkippableFact]
    public async Task Lists_every_incident_by_a_part_that_all_numbers_have()
    {
        var (total, _, listed) = await WalkAsync(app.Worker, "ct-");

        Assert.Equal(app.Numbers.Count, total);
        Assert.Equal(app.Numbers.Count, listed.Distinct().Count());
    }

    [SkippableTheory]
    [InlineData("defensora")]
    [InlineData("ct-20")]
    [InlineData("ba")]
    public async Task Finds_nothing_for_who_sees_nothing(string text)
    {
        var stranger = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());

        var (total, invented, listed) = await WalkAsync(stranger, text);

        Assert.Equal((0, 0), (total, invented));
        Assert.Empty(listed);
    }

    [SkippableTheory]
    [InlineData("defensora")]
    [InlineData("amenazas policia")]
    [InlineData("2019-000")]
    [InlineData("ct")]
    [InlineData("ba")]
    [InlineData("Tarumi-52")]
    [InlineData("Aguilar")]
    [InlineData("de la")]
    [InlineData("%")]
    public async Task Going_through_the_list_finds_what_gathering_finds(string typed)
    {
        await using var scope = app.ScopeOf(app.Worker);
        var db = scope.ServiceProvider.GetRequiredService<ICaseTrackerDb>();
        var wanted = new IncidentCriteria { Text = new SearchText(typed), By = app.Worker, Now = app.Clock.GetUtcNow() };
        var prepared = await scope.ServiceProvider.GetRequiredService<IncidentSearch>().PrepareAsync(wanted, default);

        var gathered = await FoundAsync(prepared.Text! with { IsCommon = false });
        var oneByOne = await FoundAsync(prepared.Text! with { IsCommon = true });

        // What there is too much of is only gone through.
        if (!prepared.Text!.HasManyNumbers && !prepared.Text.HasManyPseudonyms)
        {
            Assert.Equal(gathered, oneByOne);
        }

        var (total, _, listed) = await WalkAsync(app.Worker, typed);
        Assert.Equal(oneByOne.Count, total);
        Assert.Equal(oneByOne, listed.Order(StringComparer.Ordinal));

        Task<List<string>> FoundAsync(SearchText text) => db.Matching(prepared with { Text = text }).Select(i => i.Number).OrderBy(n => n).ToListAsync();
    }

    protected static bool Has(IReadOnlyCollection<string> words, string typed) =>
        SearchWords.Sought(typed) is { Count: > 0 } sought && sought.All(stems => stems.Any(words.Contains));

    private async Task<(int Total, int Invented, List<string> Listed)> WalkAsync(Actor reader, string text)
    {
        var listed = new List<string>();
        string? at = null;
        int total, invented;
        do
        {
            var page = await app.SendAsync(reader, new ListIncidents(new IncidentFilter { Text = text }, "newest", at, "100"));
            Assert.Empty(page.Refusals);
            listed.AddRange(page.Value.Rows.Select(r => r.Number));
            (total, invented, at) = (page.Value.Total, page.Value.Invented, page.Value.After);
        }
        while (at is not null);
        return (total, invented, listed);
    }

    public sealed class OnSqlite(ManyIncidentsOnSqlite app) : SearchAmongManyTests(app), IClassFixture<ManyIncidentsOnSqlite>
    {
        private readonly ManyIncidentsOnSqlite _app = app;

        [SkippableFact]
        public async Task The_measures_of_the_indexes_hold_counts_and_nothing_of_anybody()
        {
            Assert.True(await _app.CountAsync("sqlite_stat1", """ "tbl" = 'IncidentWords' """) > 0);
            Assert.Equal(0, await _app.CountAsync("sqlite_stat1", """ "stat" GLOB '*[^0-9 ]*' """));
            Assert.Equal(0, await _app.CountAsync("sqlite_master", """ "name" = 'sqlite_stat4' """));
        }
    }

    public sealed class OnPostgreSql(ManyIncidentsOnPostgreSql app) : SearchAmongManyTests(app), IClassFixture<ManyIncidentsOnPostgreSql>;
}

/// <summary>One case worker's, so many that some words are common.</summary>
public abstract class ManyIncidents(Infrastructure.Hosting.DatabaseProvider provider, int howMany) : UseCases(provider), IAsyncLifetime
{
    public Actor Worker { get; private set; } = null!;

    /// <summary>With every stem that each can be found under, read from what is sealed in it.</summary>
    public IReadOnlyList<(string Number, IReadOnlyCollection<string> Words)> Numbers { get; private set; } = [];

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        if (!IsThere)
        {
            return;
        }

        Worker = await JoinAsync(Role.CaseWorker, await FoundTeamAsync());
        await Services.GetRequiredService<IDemoSeeder>().SeedAsync(howMany, 3, new Progress<int>(), default);
        var stored = await StoredAsync(db => db.Incidents.AsNoTracking().ToListAsync());
        var ring = await Services.GetRequiredService<IVault>().OfAsync(stored.Select(i => i.Id), default);
        Numbers =
        [
            .. stored.Select(i => (i.Number, SearchWords.Of(
                ring.Of(i.Id).Title(i.Title), ring.Of(i.Id).Own(SealedFields.Narrative, i.Narrative), ring.Of(i.Id).Own(SealedFields.Municipality, i.Municipality)))),
        ];
    }
}

public sealed class ManyIncidentsOnSqlite() : ManyIncidents(Infrastructure.Hosting.DatabaseProvider.Sqlite, 10_000);

public sealed class ManyIncidentsOnPostgreSql() : ManyIncidents(Infrastructure.Hosting.DatabaseProvider.PostgreSql, 4_000);
