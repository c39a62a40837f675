using System.Globalization;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Audit;
using CaseTracker.Testing;
using CaseTracker.Testing.Web;
using CaseTracker.Web.Localization;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Web.IntegrationTests.Audit;

public sealed class TrailWordsTests(WebApp site) : IClassFixture<WebApp>
{
    private TrailWords Words => site.Services.GetRequiredService<TrailWords>();

    /// <summary>Nobody should have to read the name of a class in the trail.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Every_operation_has_words(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var operations = typeof(Trail).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IBaseRequest)) && !t.IsDefined(typeof(SystemOnlyAttribute), inherit: false))
            .Select(t => t.Name)
            .Concat(["SignIn", "SignInRefused", "SignOut", "ChoosePassword", "CloseSignIn", "AnnounceFollowUp", "OpenPage", "SealBroken", "TrailFault", "RotateKeys", "SignCheckpoint", "RaiseReadingAlarm", "StoreRecords", "TakeStock"]);

        Expect.None(operations.Where(o => Words.Action(o) == o));
    }

    [Theory]
    [InlineData("RecordStage", AuditOutcome.Done, "J1>J2", "Recorded a stage: from {J1} to {J2}")]
    [InlineData("RecordStage", AuditOutcome.Done, ">J1", "Recorded a stage: began at {J1}")]
    [InlineData("AnnounceFollowUp", AuditOutcome.Done, "FollowUpOverdue", "Announced a follow-up: overdue")]
    [InlineData("ListIncidents", AuditOutcome.Seen, "rows:25", "Looked at the list of incidents: rows: 25")]
    [InlineData("GetPeople", AuditOutcome.Denied, null, "Tried to look at the people")]
    [InlineData("MoveIncident", AuditOutcome.Denied, null, "Tried without permission: Moved the incident in the workflow")]
    [InlineData("RaiseReadingAlarm", AuditOutcome.Done, "incidents:61 minutes:10", "Raised the alarm because unusually much was read: incidents opened: 61, within 10 minutes")]
    [InlineData("TrailFault", AuditOutcome.Done, "Fault.LineAltered line:12", "Found that the trail does not verify: it is not as it was written, line 12")]
    [InlineData("RotateKeys", AuditOutcome.Done, "wrapped:1200 altered:1", "Exchanged the key of the vault: 1200 keys wrapped anew, 1 altered keys passed over")]
    [InlineData("Unheard", AuditOutcome.Done, "/admin/users/{id:guid}", "Unheard: /admin/users/{id:guid}")]
    [InlineData("Unheard", AuditOutcome.Done, "of", "Unheard: of")]
    public void Codes_become_words(string action, AuditOutcome outcome, string? detail, string expected)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var labels = site.Services.GetRequiredService<ILabels>();
        foreach (var stage in new[] { "J1", "J2" })
        {
            expected = expected.Replace($"{{{stage}}}", labels.Of("stages", stage), StringComparison.Ordinal);
        }

        Assert.Equal(expected, Words.Line(action, outcome, detail));
    }
}
