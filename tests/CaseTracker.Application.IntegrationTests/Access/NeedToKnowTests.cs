using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Erasures;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using MediatR;
using Microsoft.EntityFrameworkCore;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Access;

/// <summary>Who was named for an incident sees it until the day is over, and does no more than they were named for.</summary>
public abstract class NeedToKnowTests(UseCases app)
{
    private static readonly DateOnly LastDay = new(2026, 3, 20);

    private static readonly Type[] Marks = [typeof(IWorkOnIncident), typeof(IWorkOnFollowUp), typeof(IWorkOnIntervention)];

    /// <summary>Every use case that says it works on an incident, with nothing filled in but which.</summary>
    private static IEnumerable<Type> Working => typeof(IWorkOnIncident).Assembly.GetTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false } && Array.Exists(Marks, t.IsAssignableTo));

    [SkippableTheory]
    [InlineData(GrantLevel.Read, false)]
    [InlineData(GrantLevel.Work, true)]
    [InlineData(GrantLevel.Identities, true)]
    public async Task A_named_person_sees_the_incident_and_all_that_hangs_on_it(GrantLevel level, bool works)
    {
        var (owner, stranger, number) = await LoggedAsync();
        Assert.False(await SeesAsync(stranger, number));

        await GiveAsync(owner, number, stranger, level);

        Assert.True(await SeesAsync(stranger, number));
        Assert.Equal(1, await app.ReadAsync(stranger, db => db.FollowUps.CountAsync()));
        Assert.Equal(1, await app.ReadAsync(stranger, db => db.People.CountAsync()));
        Assert.Equal(works, (await app.SendAsync(stranger, new GetIncidentHeader(number))).Value.MayWork);
        Assert.Contains((await app.SendAsync(stranger, new MyNotices())).Value.Lines, n => n.Kind == NoticeKind.AccessGiven);
        Assert.Equal(works ? [] : [AccessErrors.ReadOnly], (await app.SendAsync(stranger, new MoveIncident(number, 1, Workflow.Triage, "Read"))).Refusals);
    }

    [SkippableFact]
    public async Task Ends_with_its_last_day_where_the_organisation_works()
    {
        var (owner, stranger, number) = await LoggedAsync();
        await GiveAsync(owner, number, stranger, GrantLevel.Work);
        try
        {
            app.Clock.Set(new DateTimeOffset(2026, 3, 21, 5, 59, 59, TimeSpan.Zero));
            Assert.True(await SeesAsync(stranger, number));

            app.Clock.Set(new DateTimeOffset(2026, 3, 21, 6, 0, 0, TimeSpan.Zero));
            Assert.False(await SeesAsync(stranger, number));
            Assert.Equal(0, await app.ReadAsync(stranger, db => db.FollowUps.CountAsync()));
            Assert.Equal(0, await app.ReadAsync(stranger, db => db.People.CountAsync()));
            Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(stranger, new MoveIncident(number, 1, Workflow.Triage, "Read"))).Refusals);
            Assert.Empty((await app.SendAsync(stranger, new MyNotices())).Value.Lines);
        }
        finally
        {
            app.Clock.Set(FixedClock.Start);
        }
    }

    [SkippableFact]
    public async Task Taken_away_it_is_gone_with_the_next_request_and_taking_it_away_twice_is_once()
    {
        var (owner, stranger, number) = await LoggedAsync();
        await GiveAsync(owner, number, stranger, GrantLevel.Work);

        Done(await app.SendAsync(owner, new RevokeAccess(number, 1)));
        Done(await app.SendAsync(owner, new RevokeAccess(number, 1)));

        Assert.False(await SeesAsync(stranger, number));
        Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(owner, new RevokeAccess(number, 2))).Refusals);
        Assert.Equal([AccessEventKind.AccessGiven, AccessEventKind.AccessRevoked], (await app.SendAsync(owner, new GetAccessHistory(number))).Value.Select(e => e.Kind).Order());
    }

    [SkippableFact]
    public async Task Restricted_it_is_there_for_its_owner_and_those_named_and_for_nobody_of_the_team()
    {
        var (owner, stranger, number) = await LoggedAsync();
        var teammate = await app.JoinAsync(Role.CaseWorker, owner.Teams[0]);
        var supervisor = await app.JoinAsync(Role.Supervisor, owner.Teams[0]);
        await GiveAsync(owner, number, stranger, GrantLevel.Read);

        Done(await app.SendAsync(owner, new ChangeConfidentiality(number, 1, Circle.Restricted)));

        Assert.True(await SeesAsync(owner, number));
        Assert.True(await SeesAsync(stranger, number));
        foreach (var one in new[] { teammate, supervisor })
        {
            Assert.False(await SeesAsync(one, number));
            Assert.Equal(0, await app.ReadAsync(one, db => db.FollowUps.CountAsync()));
            Assert.Equal(0, await app.ReadAsync(one, db => db.People.CountAsync()));
            Assert.Equal([SharedErrors.NotFound], (await app.SendAsync(one, new MoveIncident(number, 2, Workflow.Triage, "Read"))).Refusals);
        }

        Assert.Equal([SharedErrors.StaleVersion], (await app.SendAsync(owner, new ChangeConfidentiality(number, 1, Circle.Team))).Refusals);
        Done(await app.SendAsync(owner, new ChangeConfidentiality(number, 2, Circle.Team)));
        Assert.True(await SeesAsync(supervisor, number));
    }

    [SkippableFact]
    public async Task Every_use_case_that_works_on_an_incident_refuses_who_may_only_read_it_alike()
    {
        var (owner, _, number) = await LoggedAsync();

        // Supervisors of other teams: their role lets them ask for all of these.
        var reader = await app.JoinAsync(Role.Supervisor, await app.FoundTeamAsync());
        var stranger = await app.JoinAsync(Role.Supervisor, await app.FoundTeamAsync());
        await GiveAsync(owner, number, reader, GrantLevel.Read);
        var named = await NamedAsync(owner, number);
        var before = await VersionsAsync(number);
        var wrong = new List<string>();
        foreach (var type in Working)
        {
            var mine = await RefusalsAsync(reader, Blank(type, named));
            var others = await RefusalsAsync(stranger, Blank(type, named));
            if (!mine.SequenceEqual([AccessErrors.ReadOnly]) || !others.SequenceEqual([SharedErrors.NotFound]))
            {
                wrong.Add($"{type.Name}: {string.Join(", ", mine.Select(r => r.Code))}; to a stranger {string.Join(", ", others.Select(r => r.Code))}");
            }
        }

        Expect.None(wrong);
        Assert.True(Working.Count() > 15);
        Assert.Equal(before, await VersionsAsync(number));
        Assert.Equal(Working.Count(), await app.StoredAsync(db => db.Trail.CountAsync(e => e.ActorId == reader.Id && e.Subject == number && e.Outcome == Domain.Audit.AuditOutcome.Denied)));
    }

    [SkippableFact]
    public async Task Every_use_case_that_works_on_an_incident_refuses_what_was_erased()
    {
        var (owner, _, number) = await LoggedAsync();
        var supervisor = await app.JoinAsync(Role.Supervisor, owner.Teams[0]);
        var named = await NamedAsync(owner, number);
        Assert.Empty((await app.SendAsync(supervisor, new EraseIncident(number, ErasureGround.CourtOrder, number, Understood: true))).Refusals);
        var before = await VersionsAsync(number);
        var wrong = new List<string>();
        foreach (var type in Working)
        {
            var refusals = await RefusalsAsync(supervisor, Blank(type, named));
            if (!refusals.SequenceEqual([ErasureErrors.IncidentErased]))
            {
                wrong.Add($"{type.Name}: {string.Join(", ", refusals.Select(r => r.Code))}");
            }
        }

        Expect.None(wrong);
        Assert.Equal(before, await VersionsAsync(number));
    }

    [SkippableFact]
    public async Task Only_who_leads_the_incident_names_others_and_nobody_names_themselves()
    {
        var (owner, stranger, number) = await LoggedAsync();
        var teammate = await app.JoinAsync(Role.CaseWorker, owner.Teams[0]);
        var supervisor = await app.JoinAsync(Role.Supervisor, owner.Teams[0]);
        var auditor = await app.JoinAsync(Role.Auditor);

        Assert.Equal([AccessErrors.NotYours], await GrantAsync(teammate, stranger, GrantLevel.Read));
        Assert.Empty(await GrantAsync(supervisor, stranger, GrantLevel.Work));
        Assert.Equal([AccessErrors.IdentitiesAreTheOwners], await GrantAsync(supervisor, stranger, GrantLevel.Identities));
        Assert.Equal([AccessErrors.Oneself], await GrantAsync(supervisor, supervisor, GrantLevel.Work));
        Assert.Equal([AccessErrors.OwnerHasAll], await GrantAsync(supervisor, owner, GrantLevel.Work));
        Assert.Equal([AccessErrors.NobodyToGrant], await GrantAsync(owner, auditor, GrantLevel.Read));
        Assert.Equal([AccessErrors.NotYours], (await app.SendAsync(teammate, new RevokeAccess(number, 1))).Refusals);
        Assert.Equal([AccessErrors.NotYours], (await app.SendAsync(supervisor, new ChangeConfidentiality(number, 1, Circle.Restricted))).Refusals);

        async Task<IReadOnlyList<Refusal>> GrantAsync(Actor by, Actor to, GrantLevel level) => (await app.SendAsync(by, new GiveAccess(number, to.Id, level, LastDay, "Interprets"))).Refusals;
    }

    [SkippableFact]
    public async Task Says_everything_that_is_wrong_with_a_grant_at_once()
    {
        var (owner, stranger, number) = await LoggedAsync();

        Assert.Equal(["LastDay", "Level", "Member", "Reason"], (await app.SendAsync(owner, new GiveAccess(number, null, null, null, " "))).Refusals.Select(r => r.Field).Distinct().Order());
        Assert.Equal([AccessErrors.EndsTooEarly], (await app.SendAsync(owner, new GiveAccess(number, stranger.Id, GrantLevel.Read, new DateOnly(2026, 3, 15), "x"))).Refusals);
        foreach (var late in new[] { new DateOnly(2027, 3, 18), DateOnly.MaxValue })
        {
            Assert.Equal(["access.ends_too_late"], (await app.SendAsync(owner, new GiveAccess(number, stranger.Id, GrantLevel.Read, late, "x"))).Refusals.Select(r => r.Code));
        }

        Assert.Equal(["access.ends_too_early"], (await app.SendAsync(owner, new GiveAccess(number, stranger.Id, GrantLevel.Read, DateOnly.MinValue, "x"))).Refusals.Select(r => r.Code));
        Assert.False(await SeesAsync(stranger, number));
    }

    [SkippableFact]
    public async Task A_newer_grant_replaces_the_one_before()
    {
        var (owner, stranger, number) = await LoggedAsync();
        await GiveAsync(owner, number, stranger, GrantLevel.Work);
        await GiveAsync(owner, number, stranger, GrantLevel.Read);

        var access = (await app.SendAsync(owner, new GetAccess(number))).Value;
        Assert.Equal([(stranger.DisplayName, GrantLevel.Read)], access.Grants.Select(g => (g.Name, g.Level)));
        Assert.False((await app.SendAsync(stranger, new GetIncidentHeader(number))).Value.MayWork);
    }

    [SkippableFact]
    public async Task A_reminder_of_a_restricted_incident_goes_to_nobody_who_no_longer_sees_it()
    {
        var (owner, _, number) = await LoggedAsync();
        var teammate = await app.JoinAsync(Role.CaseWorker, owner.Teams[0]);
        var planned = await app.SendAsync(owner, new ScheduleFollowUp(Guid.CreateVersion7(), number, "CT-FUK-CALL", null, new DateOnly(2026, 3, 16), teammate.Id, Recurrence.None));
        Done(await app.SendAsync(owner, new ChangeConfidentiality(number, 1, Circle.Restricted)));

        Done(await app.SendAsync(Actor.System(), new AnnounceFollowUp(planned.Value)));

        Assert.Equal([owner.Id!.Value], await app.StoredAsync(db => db.Notices.Where(n => n.FollowUpId == planned.Value && n.StepFrom != null).Select(n => n.MemberId).ToListAsync()));
    }

    [SkippableFact]
    public async Task The_key_of_a_form_that_logged_an_incident_of_others_logs_nothing_and_says_nothing_of_it()
    {
        var (_, stranger, number) = await LoggedAsync();
        var key = await app.StoredAsync(db => db.Incidents.Where(i => i.Number == number).Select(i => i.Id).SingleAsync());
        var followUp = await app.StoredAsync(async db => (await db.FollowUps.SingleAsync(f => f.IncidentId == key)).Id);
        var own = (await app.SendAsync(stranger, AnIncident())).Value;

        Assert.Equal([SharedErrors.FormUsed], (await app.SendAsync(stranger, AnIncident() with { Key = key.Value })).Refusals);
        Assert.Equal([SharedErrors.FormUsed], (await app.SendAsync(stranger, new ScheduleFollowUp(followUp.Value, own, "CT-FUK-CALL", null, LastDay, null, Recurrence.None))).Refusals);
    }

    private static void Done(Result answer) => Assert.Empty(answer.Refusals);

    /// <summary>By what a use case can name the incident.</summary>
    private sealed record Named(string Number, FollowUpId FollowUp, InterventionId Intervention);

    private async Task<Named> NamedAsync(Actor owner, string number)
    {
        var followUp = await app.StoredAsync(db => db.FollowUps.Where(f => db.Incidents.Any(i => i.Number == number && i.Id == f.IncidentId)).Select(f => f.Id).SingleAsync());
        var asked = await app.SendAsync(owner, new RecordIntervention(Guid.CreateVersion7(), number, null, new InterventionInput("AL", "Local prosecutor", new DateInput(2026, 3, 10), "Who looks into it?", null, null)));
        Assert.Empty(asked.Refusals);
        return new(number, followUp, asked.Value);
    }

    /// <summary>Nothing else is needed: the question is asked before anything else is looked at.</summary>
    private static object Blank(Type type, Named named)
    {
        var made = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        return made.Invoke([.. made.GetParameters().Select(p => p switch
        {
            { Name: "Number" } => named.Number,
            { ParameterType: var t } when t == typeof(FollowUpId) => named.FollowUp,
            { ParameterType: var t } when t == typeof(InterventionId) => named.Intervention,
            { ParameterType: { IsValueType: true } t } => Activator.CreateInstance(t),

            // What a form reads is never missing as a whole, and handlers tell the trail what it says.
            { ParameterType: { IsClass: true, IsAbstract: false } t } when t.Namespace!.StartsWith(nameof(CaseTracker), StringComparison.Ordinal) && t.GetConstructors().Length > 0 => Blank(t, named),
            _ => null,
        })]);
    }

    private async Task<IReadOnlyList<Refusal>> RefusalsAsync(Actor actor, object request)
    {
        var answer = request.GetType().GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)).GetGenericArguments()[0];
        var sent = (Task)typeof(UseCases).GetMethod(nameof(UseCases.SendAsync))!.MakeGenericMethod(answer).Invoke(app, [actor, request, CancellationToken.None])!;
        await sent;
        return ((dynamic)sent).Result.Refusals;
    }

    private async Task GiveAsync(Actor by, string number, Actor to, GrantLevel level) => Done(await app.SendAsync(by, new GiveAccess(number, to.Id, level, LastDay, "Interprets at the hearing")));

    private Task<bool> SeesAsync(Actor actor, string number) => app.ReadAsync(actor, db => db.Incidents.AnyAsync(i => i.Number == number));

    private Task<List<int>> VersionsAsync(string number) => app.StoredAsync(db => db.Incidents.Where(i => i.Number == number).Select(i => i.Version).ToListAsync());

    private async Task<(Actor Owner, Actor Stranger, string Number)> LoggedAsync()
    {
        var owner = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var number = (await app.SendAsync(owner, AnIncident())).Value;
        Assert.Empty((await app.SendAsync(owner, new ScheduleFollowUp(Guid.CreateVersion7(), number, "CT-FUK-CALL", null, new DateOnly(2026, 3, 30), null, Recurrence.None))).Refusals);
        return (owner, await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync()), number);
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : NeedToKnowTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : NeedToKnowTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
