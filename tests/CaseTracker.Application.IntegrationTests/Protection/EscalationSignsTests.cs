using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Protection;
using CaseTracker.Application.Today;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Protection;

public abstract class EscalationSignsTests(UseCases app)
{
    private const string Threat = "0201030101";
    private const string ThreatToKill = "0201030201";

    [SkippableFact]
    public async Task Looks_at_all_incidents_of_the_same_person_that_the_reader_sees()
    {
        var worker = await JoinAsync();
        var (first, person) = await LogAsync(worker, Threat, 1);
        var (second, _) = await LogAsync(worker, Threat, 20, person);

        var sign = Assert.Single((await app.SendAsync(worker, new GetSigns(first))).Value);

        Assert.Equal((SignKind.SecondThreat, second, first), (sign.Kind, sign.Number, sign.BeforeNumber));
        Assert.Equal(1, (await app.SendAsync(worker, new GetToday())).Value.Signs);
        Assert.Equal(second, Assert.Single((await app.SendAsync(worker, new ListSigns())).Value.Rows).Number);
    }

    [SkippableFact]
    public async Task What_is_not_the_readers_leaves_no_trace_in_them()
    {
        var worker = await JoinAsync();
        var reader = await JoinAsync();
        var (first, person) = await LogAsync(worker, Threat, 1);
        var (second, _) = await LogAsync(worker, Threat, 20, person);
        await ShowAsync(worker, second, reader);
        Done(await app.SendAsync(worker, new DismissSign(second, "SecondThreat-1", "The same caller, and he was warned")));

        Assert.Empty((await app.SendAsync(reader, new GetSigns(second))).Value);
        Assert.Empty((await app.SendAsync(reader, new ListSigns("team"))).Value.Rows);
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(reader, new GetSigns(first))).Refusals);

        await ShowAsync(worker, first, reader);
        Assert.Equal("The same caller, and he was warned", Assert.Single((await app.SendAsync(reader, new GetSigns(second))).Value).Dismissed!.Reason);
    }

    [SkippableFact]
    public async Task Is_dismissed_with_a_reason_by_who_works_on_it_until_something_new_happens()
    {
        var worker = await JoinAsync();
        var (number, person) = await LogAsync(worker, ThreatToKill, 1);

        Assert.Equal(["Reason", "Sign"], (await app.SendAsync(worker, new DismissSign(number, null, null))).Refusals.Select(r => r.Field).Order());
        Assert.Equal([SharedErrors.Required.On("Reason")], (await app.SendAsync(worker, new DismissSign(number, "ThreatToKill-1", " "))).Refusals);
        Assert.Equal([SignErrors.NothingToDismiss], (await app.SendAsync(worker, new DismissSign(number, "SecondThreat-1", "x"))).Refusals);
        Done(await app.SendAsync(worker, new DismissSign(number, "ThreatToKill-1", "He is in prison")));
        Assert.Equal([SignErrors.NothingToDismiss], (await app.SendAsync(worker, new DismissSign(number, "ThreatToKill-1", "Again"))).Refusals);

        var kept = Assert.Single((await app.SendAsync(worker, new GetSigns(number))).Value).Dismissed!;
        Assert.Equal(("He is in prison", worker.DisplayName), (kept.Reason, kept.By));
        Assert.Equal(0, (await app.SendAsync(worker, new GetToday())).Value.Signs);

        await LogAsync(worker, ThreatToKill, 20, person);
        Assert.Equal([SignKind.ThreatToKill, SignKind.SecondThreat], (await app.SendAsync(worker, new ListSigns())).Value.Rows.Select(s => s.Kind).Order());
    }

    [SkippableFact]
    public async Task An_assessment_answers_it_and_nothing_else_is_decided()
    {
        var worker = await JoinAsync();
        var (number, _) = await LogAsync(worker, ThreatToKill, 1);
        var before = (await app.SendAsync(worker, new GetIncidentHeader(number))).Value;

        Assert.Single((await app.SendAsync(worker, new GetSigns(number))).Value);
        Done(await app.SendAsync(worker, new AssessRisk(Guid.CreateVersion7(), number, 0, 1, new RiskInput("CT-RSM-TVC", "CT-RSK-1", [], "A boast", "2026-03-10", "2026-04-10"))));

        Assert.Empty((await app.SendAsync(worker, new GetSigns(number))).Value);
        var after = (await app.SendAsync(worker, new GetIncidentHeader(number))).Value;
        Assert.Equal((before.Priority, before.Workflow, before.Version), (after.Priority, after.Workflow, after.Version));
    }

    [SkippableFact]
    public async Task A_colleagues_incident_is_theirs_to_answer()
    {
        var worker = await JoinAsync();
        var colleague = await app.JoinAsync(Role.CaseWorker, worker.Teams[0]);
        var (_, person) = await LogAsync(worker, Threat, 1);
        await LogAsync(colleague, Threat, 20, person);

        Assert.Equal(0, (await app.SendAsync(worker, new GetToday())).Value.Signs);
        Assert.Equal(1, (await app.SendAsync(colleague, new GetToday())).Value.Signs);
        Assert.Single((await app.SendAsync(worker, new ListSigns("team"))).Value.Rows);
    }

    [SkippableFact]
    public async Task Pages_through_the_list_and_back()
    {
        var worker = await JoinAsync();
        for (var i = 0; i < 27; i++)
        {
            await LogAsync(worker, ThreatToKill, 1 + (i % 3));
        }

        var first = (await app.SendAsync(worker, new ListSigns())).Value;
        var second = (await app.SendAsync(worker, new ListSigns(At: first.After))).Value;
        var back = (await app.SendAsync(worker, new ListSigns(At: second.Before))).Value;

        Assert.Equal((27, 25, 2), (first.Total, first.Rows.Count, second.Rows.Count));
        Assert.Equal(first.Rows, back.Rows);
        Assert.Equal(27, first.Rows.Concat(second.Rows).Select(r => r.Number).Distinct().Count());
        Assert.NotEmpty((await app.SendAsync(worker, new ListSigns(At: "x"))).Refusals);
        Assert.NotEmpty((await app.SendAsync(worker, new ListSigns("x"))).Refusals);
    }

    private static void Done(Result answer) => Expect.None(answer.Refusals.Select(r => $"{r.Code} {r.Field}"));

    private async Task<Actor> JoinAsync() => await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());

    private async Task ShowAsync(Actor owner, string number, Actor reader) =>
        Done(await app.SendAsync(owner, new GiveAccess(number, reader.Id, GrantLevel.Read, new DateOnly(2026, 3, 30), "Interprets")));

    private async Task<(string Number, PersonId Person)> LogAsync(Actor worker, string act, int day, PersonId? person = null)
    {
        var logged = await app.SendAsync(worker, AnIncident() with
        {
            Incident = TheFacts() with { StartedOn = new DateInput(2026, 2, day) },
            Victims = [person is { } known ? Known(known) : AVictim($"Somebody {Guid.NewGuid():N}")],
            Acts = [new ActToRecord(0, act)],
        });
        Assert.Empty(logged.Refusals);
        return (logged.Value, (await app.SendAsync(worker, new GetPeople(logged.Value))).Value[0].Person!.Value);
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : EscalationSignsTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : EscalationSignsTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
