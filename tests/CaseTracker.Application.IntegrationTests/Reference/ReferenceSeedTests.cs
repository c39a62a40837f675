using CaseTracker.Application.Reference;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Infrastructure.Persistence;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Application.IntegrationTests.Reference;

public abstract class ReferenceSeedTests(UseCases app)
{
    [SkippableFact]
    public async Task Seeding_again_changes_nothing()
    {
        var setup = app.Services.GetRequiredService<DatabaseSetup>();
        await setup.SeedAsync();
        var before = await ReleasesAsync();
        app.Clock.Advance(TimeSpan.FromDays(1));
        await setup.SeedAsync();
        var after = await ReleasesAsync();

        Assert.Equal(["mx-2016-stigmatization", "mx-2017-impunity"], after.Select(r => r.Key));
        Assert.Equal(before.Select(r => (r.Id, r.Version, r.ChangedAt)), after.Select(r => (r.Id, r.Version, r.ChangedAt)));
        Assert.Equal(before.SelectMany(r => r.Asks).Select(a => a.Id), after.SelectMany(r => r.Asks).Select(a => a.Id));
        Assert.Equal(3, await app.CountAsync("MandateHolders"));
    }

    [SkippableFact]
    public async Task Keeps_the_dates_as_exactly_as_they_are_known()
    {
        var releases = await ReleasesAsync();

        Assert.Equal((2016, null, true), (releases[0].Date.Year, releases[0].Date.Month, releases[0].Date.IsApproximate));
        Assert.Equal((new DateOnly(2017, 1, 25), false), (releases[1].Date.Earliest, releases[1].Date.IsApproximate));
        Assert.Equal((new DateOnly(2017, 1, 16), new DateOnly(2017, 1, 24), 5), (releases[1].Mission!.From.Earliest, releases[1].Mission!.To.Earliest, releases[1].Mission!.Places.Count));
        Assert.Null(releases[0].Mission);
    }

    [SkippableFact]
    public async Task Holds_what_the_releases_say()
    {
        var releases = await ReleasesAsync();
        var holders = await app.StoredAsync(db => db.MandateHolders.Select(h => h.Name).ToListAsync());
        var mission = releases[1].Mission!;

        Assert.Equal(["David Kaye", "Maina Kiai", "Michel Forst"], holders.Order());
        Assert.Equal(3, releases[0].Signatories.Count);
        Assert.Equal(["MX-CHH", "MX-CMX", "MX-GRO", "MX-MEX", "MX-OAX"], mission.Places.Order());
        Assert.Equal([24, 60, 800], mission.Figures.Select(f => f.Value).Order());
        Assert.Equal(["CT-NAR-1", "CT-NAR-2", "CT-NAR-3", "CT-NAR-4", "CT-NAR-5", "CT-NAR-7"], releases[0].RelevantNarratives.Order());
        Assert.Subset(releases[0].RelevantActs.ToHashSet(), new HashSet<string> { "140101", "CT-STG-1", "CT-STG-2" });
        Assert.All(releases, r => Assert.NotEmpty(r.Asks));
        Assert.All(releases, r => Assert.NotEmpty(r.Findings));
    }

    [SkippableFact]
    public async Task Names_only_codes_and_places_that_exist()
    {
        var terms = app.Services.GetRequiredService<ITerms>();
        var areas = app.Services.GetRequiredService<IAreas>();
        Assert.All(await ReleasesAsync(), release =>
        {
            Assert.All(release.RelevantActs.Concat(release.Findings.SelectMany(f => f.Acts)), code => Assert.False(terms.Find(Lists.Acts, code)!.IsGroup));
            Assert.All(release.RelevantNarratives.Concat(release.Findings.SelectMany(f => f.Narratives)), code => Assert.NotNull(terms.Find(Lists.Narratives, code)));
            Assert.All(release.States.Concat(release.Mission?.Places ?? []), code => Assert.Equal(release.Country, areas.Find(code)!.Country));
            Assert.All(release.Asks, ask => Assert.NotNull(terms.Find(Lists.RecommendationStatuses, ask.StatusCode)));
        });
    }

    private Task<List<Release>> ReleasesAsync() => app.StoredAsync(db => db.Releases.AsNoTracking().WithParts().OrderBy(r => r.RelevantTo).ToListAsync());

    public sealed class OnSqlite(UseCasesOnSqlite app) : ReferenceSeedTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : ReferenceSeedTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
