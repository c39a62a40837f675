using System.Net;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Protection;
using CaseTracker.Domain.FollowUps;

namespace CaseTracker.Web.IntegrationTests.Incidents;

/// <summary>Whoever settled a reminder sees, where it is overdue, that nobody is reminded any more.</summary>
public sealed class RemindAgainTests(IncidentSite site) : IClassFixture<IncidentSite>
{
    [Fact]
    public async Task Of_a_reply()
    {
        var letter = new InterventionInput("AL", "The ministry", new DateInput(2025, 12, 1), null, null, null);
        var asked = (await site.App.SendAsync(site.Worker.Actor, new RecordIntervention(Guid.CreateVersion7(), site.Number, null, letter))).Value;

        await RemindsAgainAsync($"/interventions/{asked.Value}", $"/interventions/{asked.Value}/remind", FollowUp.ReplyDue);
    }

    [Fact]
    public async Task Of_a_measure() => await RemindsAgainAsync(site.Address("/protection"), site.Address("/protection/{measure}/remind"), MeasureReminders.Kind);

    private async Task RemindsAgainAsync(string page, string remind, string kind)
    {
        var worker = site.Worker.Browser;
        Assert.Null((await worker.OpenAsync(page)).QuerySelector("main a[href$='/remind']"));
        Assert.Null((await worker.OpenAsync(remind)).QuerySelector("main form button"));
        using var early = await worker.PostFormAsync(remind, []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        foreach (var row in await RemindersAsync(kind))
        {
            Assert.Empty((await site.App.SendAsync(site.Worker.Actor, new CompleteFollowUp(row.Id, row.Version, "CT-FUO-NOTHING", null))).Refusals);
        }

        var settled = await worker.OpenAsync(page);
        Assert.Contains("nobody is reminded of it any more", settled.QuerySelector("main .note-due")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(remind, settled.QuerySelector("main a[href$='/remind']")!.GetAttribute("href"));
        using var done = await worker.PostFormAsync(remind, []);
        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        Assert.Null((await worker.OpenAsync(page)).QuerySelector("main a[href$='/remind']"));
        Assert.Single(await RemindersAsync(kind));
    }

    private async Task<IEnumerable<FollowUpListing>> RemindersAsync(string kind) =>
        (await site.App.SendAsync(site.Worker.Actor, new ListFollowUps(new FollowUpFilter()))).Value.Rows.Where(r => r.Kind == kind);
}
