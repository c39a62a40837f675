using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Paging;
using CaseTracker.Domain.Access;
using CaseTracker.Testing;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Incidents;

public abstract class ListIncidentsTests(UseCases app)
{
    [SkippableTheory]
    [InlineData("newest")]
    [InlineData("oldest")]
    [InlineData("logged")]
    [InlineData("number")]
    public async Task Visits_each_row_once_and_in_order_while_rows_are_added(string sort)
    {
        var worker = await WorkerAsync();
        for (var i = 0; i < 60; i++)
        {
            await LogAsync(worker, $"Threat {i}", new DateInput(2026, 1 + (i % 2), i % 3 == 0 ? null : 1 + (i % 5)));
            app.Clock.Advance(TimeSpan.FromSeconds(i % 2));
        }

        var seen = new List<string>();
        string? at = null;
        do
        {
            var page = await PageAsync(worker, new IncidentFilter(), sort, at);
            seen.AddRange(page.Rows.Select(r => r.Number));
            at = page.After;
            await LogAsync(worker, "Added while reading", new DateInput(2026, 1, 20));
        }
        while (at is not null);

        Assert.Equal(seen.Count, seen.Distinct().Count());
        var all = await AllAsync(worker, new IncidentFilter(), sort);
        Assert.Equal(all.Where(seen.Contains), seen);
        var first60 = all.Where(n => string.CompareOrdinal(n, all.Order(StringComparer.Ordinal).ElementAt(60)) < 0).ToList();
        Assert.Subset(seen.ToHashSet(), first60.ToHashSet());
    }

    [SkippableFact]
    public async Task Reads_back_the_page_that_it_came_from()
    {
        var worker = await WorkerAsync();
        for (var i = 0; i < 55; i++)
        {
            await LogAsync(worker, $"Threat {i}", new DateInput(2026, 2, 1 + (i % 4)));
        }

        var first = await PageAsync(worker, new IncidentFilter());
        var second = await PageAsync(worker, new IncidentFilter(), at: first.After);
        var third = await PageAsync(worker, new IncidentFilter(), at: second.After);
        var back = await PageAsync(worker, new IncidentFilter(), at: third.Before);
        var start = await PageAsync(worker, new IncidentFilter(), at: back.Before);

        Assert.Equal((25, 25, 5), (first.Rows.Count, second.Rows.Count, third.Rows.Count));
        Assert.Null(third.After);
        Assert.Equal(second.Rows.Select(r => r.Number), back.Rows.Select(r => r.Number));
        Assert.Equal(first.Rows.Select(r => r.Number), start.Rows.Select(r => r.Number));
        Assert.Null(start.Before);
        Assert.Equal(55, start.Total);
    }

    [SkippableTheory]
    [InlineData("agresion en tecámac", true)]
    [InlineData("AGRESIÓN EN TECAMAC", true)]
    [InlineData("100 %", true)]
    [InlineData("100%", true)]
    [InlineData("%", false)]
    [InlineData("agresiones documentadas", true)]
    [InlineData("agresión desmentida", false)]
    [InlineData("zarqun", true)]
    [InlineData("llamada", true)]
    [InlineData("tec_mac", false)]
    [InlineData("[a]", false)]
    [InlineData("\\", false)]
    [InlineData("tlapa de COMONFORT", true)]
    public async Task Finds_whatever_the_accents_and_takes_wildcards_as_they_are(string text, bool found)
    {
        var worker = await WorkerAsync();
        var asked = Build.AnIncident();
        var told = asked.Incident with { Title = "Agresión en Tecámac, 100 % documentada", Narrative = "Dos llamadas de un tal «Zarqún» la noche del acto." };
        Assert.Empty((await app.SendAsync(worker, asked with { Incident = told })).Refusals);

        Assert.Equal(found ? 1 : 0, (await PageAsync(worker, new IncidentFilter { Text = text })).Total);
    }

    [SkippableTheory]
    [InlineData("nunez zapoteca")]
    [InlineData("Núñez Zapoteca")]
    [InlineData("XOCHITL NUÑEZ ZAPOTECA")]
    public async Task Finds_ones_own_incident_by_the_name_of_a_victim_that_is_sealed(string name)
    {
        var worker = await WorkerAsync();
        var number = (await app.SendAsync(worker, Build.AnIncident() with { Victims = [Build.AVictim("Xóchitl Núñez Zapoteca")] })).Value;

        Assert.Equal(number, Assert.Single((await PageAsync(worker, new IncidentFilter { Text = name })).Rows).Number);
    }

    [SkippableTheory]
    [InlineData("Núñez", true)]
    [InlineData("la Abejita", true)]
    [InlineData("xochitl abejita", true)]
    [InlineData("Abejita Ramírez", false)]
    public async Task Finds_ones_own_incident_by_an_alias_and_by_words_of_both_names(string name, bool found)
    {
        var worker = await WorkerAsync();
        var number = (await app.SendAsync(worker, Build.AnIncident() with { Victims = [Build.AVictim("Xóchitl Núñez Zapoteca") with { Aliases = "La Abejita" }] })).Value;

        var page = await PageAsync(worker, new IncidentFilter { Text = name });
        Assert.Equal(found ? [number] : [], page.Rows.Select(r => r.Number));
        Assert.Equal((found ? 1 : 0, 0), (page.Total, page.Invented));
    }

    [SkippableFact]
    public async Task Does_not_tell_a_colleague_whose_name_it_is()
    {
        var team = await app.FoundTeamAsync();
        var (owner, colleague) = (await app.JoinAsync(Role.CaseWorker, team), await app.JoinAsync(Role.CaseWorker, team));
        Assert.Empty((await app.SendAsync(owner, Build.AnIncident() with { Victims = [Build.AVictim("Xóchitl Núñez Zapoteca")] })).Refusals);

        Assert.Single((await PageAsync(colleague, new IncidentFilter())).Rows);
        Assert.Empty((await PageAsync(colleague, new IncidentFilter { Text = "Xóchitl Núñez Zapoteca" })).Rows);
    }

    [SkippableFact]
    public async Task Finds_by_pseudonym_and_by_number()
    {
        var worker = await WorkerAsync();
        var number = await LogAsync(worker, "A threat", new DateInput(2026, 2, 1));
        await LogAsync(worker, "Another threat", new DateInput(2026, 2, 1));
        var row = (await PageAsync(worker, new IncidentFilter { Text = number })).Rows.Single();

        Assert.Equal(number, row.Number);
        Assert.Equal(number, Assert.Single((await PageAsync(worker, new IncidentFilter { Text = row.Pseudonyms[0].ToUpperInvariant() })).Rows).Number);
    }

    [SkippableFact]
    public async Task Shows_nothing_of_another_team()
    {
        var mine = await WorkerAsync();
        var number = await LogAsync(mine, "A threat", new DateInput(2026, 2, 1));
        var other = await WorkerAsync();

        var page = await PageAsync(other, new IncidentFilter { Text = number });
        Assert.Equal((0, 0), (page.Total, page.Rows.Count));
    }

    [SkippableTheory]
    [InlineData("Act", "nonsense")]
    [InlineData("Stage", "J9")]
    [InlineData("Stage", "20")]
    [InlineData("MinStage", "none")]
    [InlineData("Verified", "V7")]
    [InlineData("Verified", "V3-V0")]
    [InlineData("Convicted", "maybe")]
    [InlineData("Workflow", "Review")]
    [InlineData("Owner", "you")]
    [InlineData("Owner", "00000000000000000000000000000000")]
    [InlineData("Team", "00000000000000000000000000000000")]
    [InlineData("State", "MX-XYZ")]
    [InlineData("Priority", "CT-PRI-NONE")]
    [InlineData("From", "2026-02-30")]
    [InlineData("From", "NaN")]
    [InlineData("From", "9999999999999999999")]
    [InlineData("To", "0001-01-01")]
    [InlineData("AsOf", "2200-01-01")]
    [InlineData("OlderThanMonths", "1e309")]
    [InlineData("OlderThanMonths", "-1")]
    [InlineData("Release", "no-such-release")]
    [InlineData("Text", "a\0b")]
    [InlineData("Text", "\u202Etxet")]
    public async Task Refuses_what_it_does_not_understand_and_names_it(string field, string value)
    {
        var worker = await WorkerAsync();
        var filter = new IncidentFilter();
        typeof(IncidentFilter).GetProperty(field)!.SetValue(filter, value);

        var answer = await app.SendAsync(worker, new ListIncidents(filter));
        Assert.Equal([field], answer.Refusals.Select(r => r.Field));
    }

    [SkippableTheory]
    [InlineData("newest", "not a cursor", null, "paging.bad_cursor")]
    [InlineData("newest", "bmV3ZXN0Cj4KMjAxNS0wMg", null, "paging.bad_cursor")]
    [InlineData("newest", "bmV3ZXN0Cj4KeWVzdGVyZGF5CkNULTIwMTUtMDA0NzY", null, "paging.bad_cursor")]
    [InlineData("number", "bmV3ZXN0Cj4KMjAxNS0wMS0yNwpDVC0yMDE1LTAwNDc2", null, "paging.bad_cursor")]
    [InlineData("loudest", null, null, "paging.unknown_order")]
    [InlineData("newest", null, "1000000000", "paging.bad_size")]
    [InlineData("newest", null, "-25", "paging.bad_size")]
    [InlineData("newest", null, "9223372036854775808", "paging.bad_size")]
    public async Task Refuses_a_page_that_it_never_offered(string sort, string? at, string? size, string refusal)
    {
        var answer = await app.SendAsync(await WorkerAsync(), new ListIncidents(new IncidentFilter(), sort, at, size));
        Assert.Equal([refusal], answer.Refusals.Select(r => r.Code));
    }

    protected async Task<Actor> WorkerAsync() => await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());

    private async Task<string> LogAsync(Actor worker, string title, DateInput date) =>
        (await app.SendAsync(worker, AnIncident() with { Incident = TheFacts() with { Title = title, StartedOn = date } })).Value;

    private async Task<Page<IncidentListing>> PageAsync(Actor actor, IncidentFilter filter, string? sort = null, string? at = null) =>
        (await app.SendAsync(actor, new ListIncidents(filter, sort, at))).Value;

    private async Task<List<string>> AllAsync(Actor actor, IncidentFilter filter, string sort)
    {
        var numbers = new List<string>();
        string? at = null;
        do
        {
            var page = (await app.SendAsync(actor, new ListIncidents(filter, sort, at, "100"))).Value;
            numbers.AddRange(page.Rows.Select(r => r.Number));
            at = page.After;
        }
        while (at is not null);
        return numbers;
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : ListIncidentsTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : ListIncidentsTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
