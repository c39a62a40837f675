using System.Net;
using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Mail;
using CaseTracker.Testing.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Web.IntegrationTests.Admin;

public sealed class MailPageTests(WebApp site) : IClassFixture<WebApp>
{
    [Fact]
    public async Task Says_what_happened_to_whom_and_nothing_of_the_incident()
    {
        var (number, worker, _) = await FailedMailAsync();
        var administrator = await site.SignInAsync(Role.Administrator);

        var text = (await administrator.Browser.OpenAsync("/admin/mail")).Body!.TextContent;

        Assert.Contains(worker, text, StringComparison.Ordinal);
        Assert.Contains("refused it for good", text, StringComparison.Ordinal);
        Assert.All([number, "Threats", "Citlali", "Guerrero"], told => Assert.DoesNotContain(told, text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("resend", MailStatus.Pending)]
    [InlineData("settle", MailStatus.Settled)]
    public async Task Lets_its_keeper_decide(string handler, MailStatus expected)
    {
        var (_, _, id) = await FailedMailAsync();
        var administrator = await site.SignInAsync(Role.Administrator);

        var answer = await administrator.Browser.PostFormAsync("/admin/mail?status=Failed", [("id", id.Value.ToString())], handler);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(expected, await WithDbAsync(db => db.OutgoingMail.Where(m => m.Id == id).Select(m => m.Status).SingleAsync()));
    }

    [Theory]
    [InlineData(Role.CaseWorker)]
    [InlineData(Role.Supervisor)]
    [InlineData(Role.Auditor)]
    public async Task Is_closed_to_everybody_else(Role role)
    {
        var reader = await site.SignInAsync(role, await site.FoundTeamAsync());

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Browser.GetAsync("/admin/mail")).StatusCode);
    }

    private async Task<(string Number, string Worker, OutgoingMailId Mail)> FailedMailAsync()
    {
        var team = await site.FoundTeamAsync();
        var author = await site.SignInAsync(Role.CaseWorker, team);
        var number = (await site.SendAsync(author.Actor, AnIncident())).Value;
        var id = await WithDbAsync(async db =>
        {
            var incident = await db.Incidents.SingleAsync(i => i.Number == number);
            var notice = Notice.To(author.Actor.Id!.Value, $"test:{number}", NoticeKind.FollowUpDue, incident.Id, site.Clock.GetUtcNow());
            var mail = OutgoingMail.About(notice);
            db.Notices.Add(notice);
            db.OutgoingMail.Add(mail);
            await ((DbContext)db).SaveChangesAsync();
            await db.OutgoingMail.Where(m => m.Id == mail.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.Status, MailStatus.Failed).SetProperty(m => m.LastFailure, MailFailure.Refused));
            return mail.Id;
        });
        return (number, author.Actor.DisplayName, id);
    }

    private async Task<T> WithDbAsync<T>(Func<ICaseTrackerDb, Task<T>> work)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        return await work(scope.ServiceProvider.GetRequiredService<ICaseTrackerDb>());
    }
}
