using System.Globalization;
using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Access;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.IntegrationTests.Accountability;

public abstract class ListAuthoritiesTests(UseCases app)
{
    [SkippableTheory]
    [InlineData("en")]
    [InlineData("es")]
    public async Task They_are_read_by_their_names_in_the_language_of_whoever_reads(string language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            var administrator = await app.JoinAsync(Role.Administrator, await app.FoundTeamAsync());
            var expected = await app.StoredAsync(db => (language == "es" ? db.Authorities.OrderBy(a => a.Spanish) : db.Authorities.OrderBy(a => a.English)).ThenBy(a => a.Code).Select(a => a.Code).ToListAsync());
            var (read, back) = (new List<string>(), new List<string>());
            string? at = null;
            do
            {
                var page = (await app.SendAsync(administrator, new ListAuthorities(At: at))).Value;
                read.AddRange(page.Rows.Select(r => r.Code));
                (at, back) = (page.After, page.Before is { } first ? [.. (await app.SendAsync(administrator, new ListAuthorities(At: first))).Value.Rows.Select(r => r.Code)] : back);
            }
            while (at is not null);

            Assert.True(expected.Count > 100);
            Assert.Equal(expected, read);
            Assert.Equal(expected.Skip(expected.IndexOf(back[0])).Take(back.Count), back);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : ListAuthoritiesTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : ListAuthoritiesTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
