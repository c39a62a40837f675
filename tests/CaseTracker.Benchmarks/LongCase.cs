using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using CaseTracker.Testing.Web;

namespace CaseTracker.Benchmarks;

/// <summary>The pages of one incident that has grown for years: 20 proceedings, and a timeline of more than 300 entries.</summary>
public sealed class LongCase(RunningSite site)
{
    private const int Proceedings = 20;
    private const int ActsEach = 14;

    public async Task MeasureAsync()
    {
        var worker = await Pages.SignInAsync(site, "caseworker@demo.example");
        var list = await worker.OpenAsync("/incidents?owner=me&sort=oldest");
        var incident = list.Links.OfType<IHtmlAnchorElement>().Select(a => a.PathName).First(p => p.StartsWith("/incidents/CT-", StringComparison.Ordinal));
        await GrowAsync(worker, incident);
        var person = (await worker.OpenAsync($"{incident}/people")).QuerySelector("main a[href^='/people/']")!.GetAttribute("href")!;
        var entries = (await worker.OpenAsync($"{incident}/timeline?page=all")).QuerySelectorAll(".timeline > li").Length;
        Console.WriteLine();
        Console.WriteLine($"{Proceedings} proceedings, {entries} entries{"",-18} {"median",9} {"p95",9} {"as sent",10}");
        await Pages.MeasureAsync(worker, "summary", incident);
        await Pages.MeasureAsync(worker, "timeline, the first 200", $"{incident}/timeline");
        await Pages.MeasureAsync(worker, "timeline, all on one page", $"{incident}/timeline?page=all");
        await Pages.MeasureAsync(worker, "justice", $"{incident}/justice");
        await Pages.MeasureAsync(worker, "history", $"{incident}/history");
        await Pages.MeasureAsync(worker, "a person of it", person);
        await Pages.MeasureAsync(worker, "/people");
    }

    private async Task GrowAsync(Browser worker, string incident)
    {
        var yesterday = site.Today.AddDays(-1);
        (string, string)[] on = [("Form.On.Day", Text(yesterday.Day)), ("Form.On.Month", Text(yesterday.Month)), ("Form.On.Year", Text(yesterday.Year))];
        for (var i = 0; i < Proceedings; i++)
        {
            await DoneAsync(worker.PostFormAsync(
                $"{incident}/justice/open",
                [("Form.Kind", i % 5 == 4 ? "CT-PRC-CRMZ" : "CT-PRC-CRIM"), ("Form.Authority", "CT-AUT-FGR"), ("Form.Unit", $"Agencia {i}"), ("Form.Stage", "J1"), ("Form.Reason", "Copia de la denuncia."), .. on]));
        }

        var forms = (await worker.OpenAsync($"{incident}/justice")).QuerySelectorAll("main a[href$='/investigation']").Select(a => a.GetAttribute("href")!).ToList();
        foreach (var form in forms.SelectMany(f => Enumerable.Repeat(f, ActsEach)))
        {
            await DoneAsync(worker.PostFormAsync(form, [("Form.Code", "CT-INV-OTHER"), .. on]));
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task DoneAsync(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        if (answer.StatusCode != HttpStatusCode.Found)
        {
            throw new InvalidOperationException($"A form was refused with {(int)answer.StatusCode}.");
        }
    }
}
