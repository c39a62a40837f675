using CaseTracker.Domain.Vocabularies;
using CaseTracker.Infrastructure.Persistence;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Application.IntegrationTests.Vocabularies;

public abstract class ListsTests(UseCases app)
{
    [SkippableFact]
    public async Task Every_list_that_the_code_names_is_shipped()
    {
        var named = typeof(Lists).GetFields().Select(f => (string)f.GetRawConstantValue()!).ToHashSet();
        var shipped = (await TermsAsync()).Select(t => t.List).ToHashSet();

        Assert.Subset(shipped, named);
    }

    [SkippableFact]
    public async Task Every_term_has_a_label_in_both_languages_and_a_source()
    {
        var terms = await TermsAsync();

        Assert.NotEmpty(terms);
        Assert.All(terms, t => Assert.False(
            string.IsNullOrWhiteSpace(t.English) || string.IsNullOrWhiteSpace(t.Spanish) || string.IsNullOrWhiteSpace(t.Source),
            $"{t.List}/{t.Code} lacks a label or its source."));
        Assert.All(terms, t => Assert.True(t.English == t.English.Trim() && t.Spanish == t.Spanish.Trim(), $"{t.List}/{t.Code} has stray spaces."));
    }

    [SkippableFact]
    public async Task No_two_terms_of_a_list_share_a_code_or_a_label()
    {
        var terms = (await TermsAsync()).Where(t => !t.IsGroup).ToList();

        Assert.Empty(Twice(terms, t => t.Code));
        Assert.Empty(Twice(terms, t => t.English));
        Assert.Empty(Twice(terms, t => t.Spanish));
    }

    [SkippableFact]
    public async Task Every_parent_is_a_term_of_the_same_list()
    {
        var terms = await TermsAsync();
        var known = terms.Select(t => (t.List, t.Code)).ToHashSet();

        Assert.Empty(terms.Where(t => t.Parent is not null && !known.Contains((t.List, t.Parent))).Select(t => $"{t.List}/{t.Code}: no parent {t.Parent}"));
    }

    /// <summary>The published Spanish swaps two pairs of labels and calls two different acts by one word.</summary>
    [SkippableTheory]
    [InlineData(Lists.ProofDegrees, "CT-DEG-LIKELY", "Likely", "Probable")]
    [InlineData(Lists.ProofDegrees, "CT-DEG-UNLIKELY", "Unlikely", "Improbable")]
    [InlineData("activity-status", "01", "Active", "Activo")]
    [InlineData("activity-status", "03", "Not active", "Inactivo")]
    [InlineData(Lists.Acts, "02010304", "Stalking", "Hostigamiento")]
    [InlineData(Lists.Acts, "02010305", "Sexual harassment", "Acoso sexual")]
    public async Task Known_defects_of_the_published_lists_are_not_copied(string list, string code, string english, string spanish)
    {
        var term = await app.StoredAsync(db => db.Terms.SingleAsync(t => t.List == list && t.Code == code));

        Assert.Equal((english, spanish), (term.English, term.Spanish));
    }

    [SkippableFact]
    public async Task Seeding_again_changes_nothing()
    {
        var before = await ContentAsync();
        await app.Services.GetRequiredService<DatabaseSetup>().SeedAsync();
        await app.Services.GetRequiredService<DatabaseSetup>().SeedAsync();

        Assert.Equal(before, await ContentAsync());
    }

    [SkippableFact]
    public async Task Seeding_again_mends_a_label_that_a_new_version_changed()
    {
        var before = await ContentAsync();
        await app.StoredAsync(db => db.Terms.Where(t => t.List == Lists.Priorities).ExecuteUpdateAsync(s => s.SetProperty(t => t.English, t => t.English + " (old)")));
        await app.Services.GetRequiredService<DatabaseSetup>().SeedAsync();

        Assert.Equal(before, await ContentAsync());
    }

    private static IEnumerable<string> Twice(IEnumerable<Term> terms, Func<Term, string> what) =>
        terms.GroupBy(t => (t.List, what(t).ToUpperInvariant())).Where(g => g.Count() > 1).Select(g => $"{g.Key.List}: {string.Join(", ", g.Select(t => t.Code))} share {what(g.First())}");

    private Task<List<Term>> TermsAsync() => app.StoredAsync(db => db.Terms.AsNoTracking().ToListAsync());

    private async Task<List<string>> ContentAsync()
    {
        var terms = (await TermsAsync()).Select(t => $"{t.List}|{t.Code}|{t.Parent}|{t.Class}|{t.English}|{t.Spanish}|{t.Source}|{t.Note}|{t.Position}");
        var areas = (await app.StoredAsync(db => db.Areas.AsNoTracking().ToListAsync())).Select(a => $"{a.Code}|{a.Country}|{a.English}|{a.Spanish}");
        return [.. terms.Concat(areas).Order(StringComparer.Ordinal)];
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : ListsTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : ListsTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
