using System.Net;
using CaseTracker.Domain.Access;
using CaseTracker.Infrastructure.Hosting;
using CaseTracker.Testing.Web;

namespace CaseTracker.Web.IntegrationTests.Http;

/// <summary>More than any page of ours sends: a plain answer, and never a fault.</summary>
public sealed class EndlessRequestTests(WebApp app) : IClassFixture<WebApp>
{
    private const string Log = "/incidents/log";

    public static TheoryData<string> Unreadable => ["/reference/{0}?after=%00", "/reference/{0}?after=CT-2026%00", "/incidents?page={1}", "/audit?page={1}", "/follow-ups?page={1}", "/admin/users?page={1}", "/incidents?release=%00", "/notices?p=%00"];

    [Theory]
    [InlineData("Form.Victims[{0}].Name", 1500)]
    [InlineData("Form.Acts[{0}].Code", 1100)]
    [InlineData("Form.Accusations[{0}]", 1100)]
    [InlineData("Form.Victims.index", 900)]
    [InlineData("Form.Victims[0].Profiles", 2500)]
    public async Task Rows_without_end_are_a_bad_request(string name, int rows)
    {
        var worker = await app.SignInAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var token = (await worker.Browser.OpenAsync(Log)).QuerySelector("#log-form [name='__RequestVerificationToken']")!.GetAttribute("value")!;
        var fields = Enumerable.Range(0, rows).Select(i => KeyValuePair.Create(string.Format(System.Globalization.CultureInfo.InvariantCulture, name, i), $"{i}"));

        using var content = new FormUrlEncodedContent(fields.Prepend(new("__RequestVerificationToken", token)));
        using var answer = await worker.Browser.Http.PostAsync(Log, content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await Browser.ReadAsync(answer)).QuerySelector("h1"));
    }

    [Fact]
    public async Task Thirty_rows_of_each_kind_are_fine()
    {
        var worker = await app.SignInAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var page = await worker.Browser.OpenAsync(Log);
        var token = page.QuerySelector("#log-form [name='__RequestVerificationToken']")!.GetAttribute("value")!;
        var fields = Enumerable.Range(0, 30).SelectMany(i => new[] { $"Victims[{i}].Name", $"Acts[{i}].Method", $"Perpetrators[{i}].Description", $"Sources[{i}].Description" })
            .Select(f => KeyValuePair.Create($"Form.{f}", "x"));

        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("do", "save"), .. fields]);
        using var saved = await worker.Browser.Http.PostAsync(Log, content);

        Assert.Equal(HttpStatusCode.Found, saved.StatusCode);
    }

    [SkippableTheory]
    [MemberData(nameof(Unreadable))]
    public async Task A_text_that_no_database_can_hold_is_refused_on_PostgreSQL(string address)
    {
        await using var site = new WebApp { Provider = DatabaseProvider.PostgreSql };
        await site.InitializeAsync();
        var somebody = await site.SignInAsync(address.StartsWith("/audit", StringComparison.Ordinal) ? Role.Auditor : address.StartsWith("/admin", StringComparison.Ordinal) ? Role.Administrator : Role.CaseWorker, await site.FoundTeamAsync());
        var key = address.Contains("{0}", StringComparison.Ordinal) ? (await somebody.Browser.OpenAsync("/reference")).QuerySelector("main a[href^='/reference/']")!.GetAttribute("href")!.Split('/')[^1] : "";

        foreach (var order in new[] { "newest", "oldest", "logged", "number", "name", "due", "time" })
        {
            var cursor = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{order}\n>\na\0b\nc\0d")).TrimEnd('=').Replace('+', '-').Replace('/', '_');
            var url = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, key, cursor) + (address.StartsWith("/incidents?page", StringComparison.Ordinal) && order is "oldest" or "logged" or "number" ? $"&sort={order}" : "");
            using var answer = await somebody.Browser.GetAsync(url);

            Assert.True((int)answer.StatusCode is 200 or (>= 400 and < 500), $"{url}: {(int)answer.StatusCode}");
        }

        await ((IAsyncLifetime)site).DisposeAsync();
    }
}
