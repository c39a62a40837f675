using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Testing;
using CaseTracker.Testing.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Web.IntegrationTests.Incidents;

/// <summary>Where something was reported, and where its file went, on every page that tells of it.</summary>
public class PathOfficesTests(IncidentSite site) : IClassFixture<IncidentSite>
{
    [Theory]
    [InlineData("en", "Reported to: Federal prosecution office (FGR) (4 March 2026).", "Now before: Prosecution office of Guerrero (since: March 2026).", "The file moved from Federal prosecution office (FGR) to Prosecution office of Guerrero", "to: Federal prosecution office (FGR)")]
    [InlineData("es", "Presentado ante: Fiscalía General de la República (FGR) (4 de marzo de 2026).", "Ahora ante: Fiscalía de Guerrero (desde: marzo de 2026).", "El expediente se remitió de «Fiscalía General de la República (FGR)» a «Fiscalía de Guerrero»", "ante: Fiscalía General de la República (FGR)")]
    public async Task A_file_that_moved_says_where_it_was_reported_and_where_it_lies(string language, string reported, string now, string moved, string to)
    {
        var (number, path) = await OpenedAsync("J1");
        var details = $"/incidents/{number}/justice/{path}/details";
        using var silent = await site.Worker.Browser.PostFormAsync(details, [("Form.Authority", "CT-AUT-FIS-GRO"), ("Form.Counsel", "Her lawyer")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        var refused = await Browser.ReadAsync(silent);
        Assert.NotNull(refused.QuerySelector("[name='Form.Change'][aria-invalid=true]"));
        Assert.Equal(("CT-AUT-FIS-GRO", "Her lawyer"), (refused.QuerySelector<IHtmlSelectElement>("[name='Form.Authority']")!.Value, refused.QuerySelector<IHtmlInputElement>("[name='Form.Counsel']")!.Value));

        using var day = await site.Worker.Browser.PostFormAsync(details, [("Form.Since.Month", "3"), ("Form.Since.Year", "2026")]);
        Assert.NotNull((await Browser.ReadAsync(day)).QuerySelector("[name='Form.Change'][aria-invalid=true]"));

        using var done = await site.Worker.Browser.PostFormAsync(details, [("Form.Authority", "CT-AUT-FIS-GRO"), ("Form.Change", "Moved"), ("Form.Since.Month", "3"), ("Form.Since.Year", "2026")]);
        Assert.Equal(HttpStatusCode.Found, done.StatusCode);

        var justice = await ReadAsync(language, $"/incidents/{number}/justice");
        Assert.Contains(reported, justice, StringComparison.Ordinal);
        Assert.Contains(now, justice, StringComparison.Ordinal);
        Assert.Contains(moved, justice, StringComparison.Ordinal);
        foreach (var page in (string[])["timeline", "history"])
        {
            var told = await ReadAsync(language, $"/incidents/{number}/{page}");
            Assert.Contains(moved, told, StringComparison.Ordinal);
            Assert.Contains(to, told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_authority_that_was_typed_wrongly_is_told_from_a_move()
    {
        var (number, path) = await OpenedAsync("J1");

        using var done = await site.Worker.Browser.PostFormAsync($"/incidents/{number}/justice/{path}/details", [("Form.Authority", "CT-AUT-FIS-GRO"), ("Form.Change", "Mistyped")]);

        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        var justice = await ReadAsync("en", $"/incidents/{number}/justice");
        Assert.Contains("Reported to: Prosecution office of Guerrero (4 March 2026).", justice, StringComparison.Ordinal);
        Assert.Contains("typed wrongly: not Federal prosecution office (FGR) but Prosecution office of Guerrero.", justice, StringComparison.Ordinal);
        Assert.DoesNotContain("Now before", justice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Date of the stage: 4 March 2026", "Entry 1 corrected, date of “reported”: 5 March 2026, not 4 March 2026", "Criminal · Federal prosecution office (FGR)")]
    [InlineData("es", "Fecha de la etapa: 4 de marzo de 2026", "Se corrigió el registro 1, fecha de «denunciado»: 5 de marzo de 2026, no 4 de marzo de 2026", "Penal · Fiscalía General de la República (FGR)")]
    public async Task History_tells_the_dates_and_which_path_it_was(string language, string on, string corrected, string name)
    {
        var (number, path) = await OpenedAsync("J1");
        var address = $"/incidents/{number}/justice/{path}/stage";
        using var done = await site.Worker.Browser.SubmitAsync(await site.Worker.Browser.OpenAsync($"{address}?corrects=1"), address, [("Form.On.Day", "5")]);
        Assert.Equal(HttpStatusCode.Found, done.StatusCode);

        var told = await ReadAsync(language, $"/incidents/{number}/history");

        Assert.All([on, corrected, name], words => Assert.Contains(words, told, StringComparison.Ordinal));
        Assert.NotNull((await site.Worker.Browser.OpenAsync($"/incidents/{number}/history")).QuerySelector($"#changes a[href='/incidents/{number}/justice#path-{path:N}']"));
    }

    [Theory]
    [InlineData("en", "A correction keeps the day of the first recording.", "None has passed its authority’s threshold.")]
    [InlineData("es", "Una corrección conserva el día del primer registro.", "Ninguno rebasa el umbral de su autoridad.")]
    public async Task What_moves_the_clock_is_said_where_it_is_done_and_a_list_without_a_stalled_path_claims_no_acts(string language, string keeps, string none)
    {
        var (number, path) = await OpenedAsync("J1");

        Assert.Contains(keeps, await ReadAsync(language, $"/incidents/{number}/justice/{path}/withdraw"), StringComparison.Ordinal);
        Assert.Contains(none, await ReadAsync(language, "/stalled"), StringComparison.Ordinal);
    }

    /// <summary>As earlier versions left it: that the authority of today took the report is not known, and not said.</summary>
    [Fact]
    public async Task Where_the_authority_of_the_report_was_not_kept_none_is_invented_and_it_can_be_recorded()
    {
        var (number, path) = await OpenedAsync("J1");
        await using (var scope = site.App.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
            var db = (DbContext)scope.ServiceProvider.GetRequiredService<ICaseTrackerDb>();
            Assert.Equal(1, await db.Database.ExecuteSqlAsync($"UPDATE \"ProceedingStages\" SET \"ReportedToCode\" = NULL WHERE \"ProceedingId\" = {path} AND \"ReportedToCode\" IS NOT NULL"));
        }

        var before = await ReadAsync("en", $"/incidents/{number}/justice");
        Assert.Contains("Reported: 4 March 2026.", before, StringComparison.Ordinal);
        Assert.Contains("Now before: Federal prosecution office (FGR).", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Reported to", before, StringComparison.Ordinal);
        var form = await site.Worker.Browser.OpenAsync($"/incidents/{number}/justice/{path}/stage?corrects=1");
        using var corrected = await site.Worker.Browser.SubmitAsync(form, $"/incidents/{number}/justice/{path}/stage", [("Form.Authority", "CT-AUT-FEADLE")]);
        Assert.Equal(HttpStatusCode.Found, corrected.StatusCode);
        Assert.Contains("Reported to: FGR: special prosecutor", await ReadAsync("en", $"/incidents/{number}/justice"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Opened without a recorded report (ex officio?)", "Recorded afterwards: reported, to: Prosecution office of Guerrero")]
    [InlineData("es", "Abierto sin denuncia registrada (¿de oficio?)", "Se registró con posterioridad: «denunciado», ante: Fiscalía de Guerrero")]
    public async Task A_path_without_a_report_says_so_and_takes_the_report_that_is_missing(string language, string lacking, string told)
    {
        var (number, path) = await OpenedAsync("J2");
        var page = await site.Worker.Browser.OpenAsync($"/incidents/{number}/justice");
        Assert.Contains(lacking, await ReadAsync(language, $"/incidents/{number}/justice"), StringComparison.Ordinal);
        var report = page.QuerySelector("main a[href$='/report']")!.GetAttribute("href")!;
        (string Name, string? Value)[] Typed(string day) => [("Form.On.Day", day), ("Form.On.Month", "3"), ("Form.On.Year", "2026"), ("Form.Authority", "CT-AUT-FIS-GRO"), ("Form.Reason", "The stamped copy")];

        using var late = await site.Worker.Browser.PostFormAsync(report, Typed("5"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Equal("The stamped copy", (await Browser.ReadAsync(late)).QuerySelector<IHtmlTextAreaElement>("[name='Form.Reason']")!.Value);
        using var done = await site.Worker.Browser.PostFormAsync(report, Typed("3"));
        Assert.Equal(HttpStatusCode.Found, done.StatusCode);

        Assert.DoesNotContain(lacking, await ReadAsync(language, $"/incidents/{number}/justice"), StringComparison.Ordinal);
        Assert.Contains(told, await ReadAsync(language, $"/incidents/{number}/history"), StringComparison.Ordinal);
        var header = (await site.App.SendAsync(site.Worker.Actor, new GetIncidentHeader(number))).Value;
        Assert.Equal(Domain.Accountability.Stage.J2, header.Highest);
    }

    [Theory]
    [InlineData("en", "Defender named as a suspect", "Suspect identified")]
    [InlineData("es", "Persona defensora citada como imputada o con orden de aprehensión", "Persona imputada identificada")]
    public async Task On_a_path_against_the_defender_no_screen_calls_them_the_one_responsible(string language, string said, string never)
    {
        var (number, path) = await OpenedAsync("J3", "CT-PRC-CRMZ");

        foreach (var page in (string[])[$"/incidents/{number}/timeline", $"/incidents/{number}/history", $"/incidents/{number}/justice/{path}/stage", $"/incidents/{number}/justice/{path}/stage?corrects=1"])
        {
            var told = await ReadAsync(language, page);
            Assert.Contains(said, told, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(never, told, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains($"J3 · {said}", await ReadAsync(language, $"/incidents/{number}/justice"), StringComparison.Ordinal);
        Assert.Contains($"J3 · {never} (", await ReadAsync(language, $"/incidents/{number}/justice/open"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_against_the_defender_says_against_whom_of_several_victims()
    {
        var (number, path) = await OpenedAsync("J2", "CT-PRC-CRMZ", Build.AVictim("Otro Nombre Cualquiera"));
        var details = $"/incidents/{number}/justice/{path}/details";
        var form = await site.Worker.Browser.OpenAsync(details);
        var boxes = form.QuerySelectorAll<IHtmlInputElement>("[name='Form.Against']").ToList();
        Assert.Equal([("1", false), ("2", false)], boxes.Select(b => (b.Value, b.IsChecked)));

        foreach (var nobody in (string[])["3", "-1", "1e309", "<script>", "9223372036854775808"])
        {
            using var refused = await site.Worker.Browser.SubmitAsync(form, details, [("Form.Against", nobody)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }

        using var done = await site.Worker.Browser.SubmitAsync(form, details, [("Form.Against", "2")]);

        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        Assert.Equal(["2"], (await site.Worker.Browser.OpenAsync(details)).QuerySelectorAll<IHtmlInputElement>("[name='Form.Against']").Where(b => b.IsChecked).Select(b => b.Value));
        var pseudonym = (await site.App.SendAsync(site.Worker.Actor, new GetPeople(number))).Value[1].Pseudonym!;
        Assert.Contains($"Against: {pseudonym}", await ReadAsync("en", $"/incidents/{number}/justice"), StringComparison.Ordinal);
        Assert.Contains($"Contra: {pseudonym}", await ReadAsync("es", $"/incidents/{number}/timeline"), StringComparison.Ordinal);
    }

    private async Task<(string Number, Guid Path)> OpenedAsync(string stage, string kind = "CT-PRC-CRIM", params VictimInput[] more)
    {
        var incident = Build.AnIncident();
        var number = (await site.App.SendAsync(site.Worker.Actor, incident with { Victims = [.. incident.Victims, .. more] })).Value;
        var first = new StageInput(stage, new DateInput(2026, 3, 4), "Copy of the complaint", null, Build.NoDate, Authority: "CT-AUT-FGR");
        Assert.Empty((await site.App.SendAsync(site.Worker.Actor, new OpenProceeding(number, 1, kind, first))).Refusals);
        return (number, (await site.App.SendAsync(site.Worker.Actor, new GetJustice(number))).Value.Paths[0].Id.Value);
    }

    private async Task<string> ReadAsync(string language, string address)
    {
        site.Worker.Browser.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var page = await site.Worker.Browser.OpenAsync(address);
        site.Worker.Browser.Http.DefaultRequestHeaders.AcceptLanguage.Clear();
        return string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
