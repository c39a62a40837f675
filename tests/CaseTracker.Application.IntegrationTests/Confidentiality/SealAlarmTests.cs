using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.IntegrationTests.Pipeline;
using CaseTracker.Application.Jobs;
using CaseTracker.Application.People;
using CaseTracker.Application.Reference;
using CaseTracker.Application.Today;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Application.IntegrationTests.Confidentiality;

/// <summary>What was altered is refused, and whoever watches learns of it.</summary>
public abstract class SealAlarmTests(UseCases app, FailingTrail failing)
{
    [SkippableTheory]
    [MemberData(nameof(Fields))]
    public async Task A_value_altered_in_any_column_is_shown_nowhere_and_leaves_a_line_where_it_is_met(string name)
    {
        var place = await new SealedStory(app).FillAsync(SealedFields.All.Single(f => f.ToString() == name));
        await app.SpoilAsync(place);

        var reader = new SealedReader(app);
        Assert.True(await reader.ReadEverythingAsync(place) > 0, $"No reading use case opens {name}.");

        var subject = await reader.SubjectOfAsync(place);
        var lines = await app.StoredAsync(db => db.Trail.Where(e => e.Action == SealAlarm.Action && e.Detail == name && e.Subject == subject).ToListAsync());
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal(AuditOutcome.Denied, line.Outcome));
    }

    [SkippableFact]
    public async Task Auditors_and_administrators_are_told_once_a_day_and_only_auditors_which_record()
    {
        var auditor = await app.JoinAsync(Role.Auditor);
        var administrator = await app.JoinAsync(Role.Administrator);
        var (worker, place, number) = await SpoiledAsync();
        var other = (await app.SendAsync(worker, Build.AnIncident())).Value;
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(IncidentKeys.Unopenable, (await app.SendAsync(worker, new GetIncidentHeader(number))).Value.Title);
        }

        Assert.Equal(3, await app.StoredAsync(db => db.Trail.CountAsync(e => e.Action == SealAlarm.Action && e.Subject == number && e.ActorId == worker.Id)));
        var told = Assert.Single(await AlarmsOfAsync(auditor, number));
        Assert.Equal((NoticeKind.SealBroken, null, number, "Incidents|Title"), (told.Kind, told.Number, told.Subject, told.Detail));
        Assert.Equal((NoticeKind.SealBroken, null, null, "Incidents|Title"), Assert.Single(await NoticesOfAsync(administrator)) is var line ? (line.Kind, line.Number, line.Subject, line.Detail) : default);
        Assert.DoesNotContain(await NoticesOfAsync(worker), n => n.Kind == NoticeKind.SealBroken);
        Assert.True((await app.SendAsync(worker, new GetIncidentHeader(other))).IsSuccess);

        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.SendAsync(worker, new GetIncidentHeader(number));
        Assert.Equal(2, (await AlarmsOfAsync(auditor, number)).Count);
        Assert.NotNull(place);
    }

    [SkippableFact]
    public async Task A_change_that_meets_it_is_rolled_back_and_the_alarm_is_not()
    {
        var (worker, _, number) = await SpoiledAsync(SealedFields.Name);
        var person = (await app.SendAsync(worker, new GetPeople(number))).Value[0].Person!.Value;
        await Assert.ThrowsAsync<SealBrokenException>(() => app.SendAsync(worker, new OpenIdentity(number, person, null)));

        var lines = await app.StoredAsync(db => db.Trail.Where(e => e.ActorId == worker.Id).OrderByDescending(e => e.Sequence).Select(e => e.Action).ToListAsync());
        Assert.Equal(SealAlarm.Action, lines[0]);
        Assert.DoesNotContain(nameof(OpenIdentity), lines);
    }

    [SkippableFact]
    public async Task Lists_show_the_other_rows_and_a_word_in_the_place_of_what_was_altered()
    {
        var (worker, place, number) = await SpoiledAsync();
        var other = (await app.SendAsync(worker, Build.AnIncident())).Value;
        var today = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime);
        foreach (var one in new[] { number, other })
        {
            Assert.Empty((await app.SendAsync(worker, new ScheduleFollowUp(Guid.CreateVersion7(), one, "CT-FUK-CALL", "Ask for the file number", today, null, Recurrence.None))).Refusals);
        }

        var listed = (await app.SendAsync(worker, new ListIncidents(new IncidentFilter()))).Value.Rows.ToDictionary(r => r.Number, r => r.Title);
        var due = (await app.SendAsync(worker, new ListFollowUps(new FollowUpFilter()))).Value.Rows.ToDictionary(r => r.Number, r => (r.Title, r.Note));

        Assert.Equal((IncidentKeys.Unopenable, "Threats after a press conference"), (listed[number], listed[other]));
        Assert.Equal(((IncidentKeys.Unopenable, "Ask for the file number"), ("Threats after a press conference", "Ask for the file number")), (due[number], due[other]));
        Assert.Equal(2, (await app.SendAsync(worker, new GetToday())).Value.DueSoon);
        Assert.Equal("Two calls on the evening of the press conference.", (await app.SendAsync(worker, new GetIncidentSummary(number))).Value.Narrative);
        Assert.NotNull(place);
    }

    [SkippableFact]
    public async Task What_tracks_a_release_is_shown_without_what_was_altered_and_the_alarm_names_the_release()
    {
        const string Release = "mx-2016-stigmatization";
        var auditor = await app.JoinAsync(Role.Auditor);
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var told = new InterventionInput("CT-ITV-FOLLOWUP", null, new DateInput(2025, null, null), "Said again in our letter", null, null);
        var tracked = (await app.SendAsync(worker, new TrackRequest(Guid.CreateVersion7(), Release, "public-recognition", told))).Value;
        var id = tracked.Value;
        await app.SpoilAsync(new(SealedFields.InterventionSummary, new(KeyKind.Intervention, id), SealedRow.Of(id), $"\"Id\" = '{id.ToString("D").ToUpperInvariant()}'"));

        Assert.Equal(IncidentKeys.Unopenable, (await app.SendAsync(worker, new GetIntervention(tracked))).Value.Summary);
        Assert.Contains((await app.SendAsync(worker, new ListInterventions(new InterventionFilter()))).Value.Rows, r => r.Id == tracked && r.Summary == IncidentKeys.Unopenable);
        Assert.True((await app.SendAsync(worker, new GetRelease(Release))).IsSuccess);

        var lines = await app.StoredAsync(db => db.Trail.Where(e => e.Action == SealAlarm.Action && e.ActorId == worker.Id).ToListAsync());
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal((Release, "Interventions|Summary"), (line.Subject, line.Detail)));
        Assert.Single(await AlarmsOfAsync(auditor, Release));
    }

    [SkippableFact]
    public async Task An_altered_name_is_passed_over_where_names_are_compared()
    {
        var (worker, place, number) = await SpoiledAsync(SealedFields.Name);
        var found = await app.SendAsync(worker, new FindPossibleDuplicates(IncidentId.From(Guid.CreateVersion7()), ["Citlali Ocampo Reyes"], new DateInput(2026, 3, 2), "MX", "MX-GRO", []));
        var listed = await app.SendAsync(worker, new ListIncidents(new IncidentFilter { Text = "Citlali Ocampo" }));

        Assert.DoesNotContain(found.Value.People, p => p.Person.Value == place.Owner.Id);
        Assert.DoesNotContain(listed.Value.Rows, r => r.Number == number);
        Assert.True((await app.SendAsync(worker, Build.AnIncident())).IsSuccess);
        Assert.True(await app.StoredAsync(db => db.Trail.AnyAsync(e => e.Action == SealAlarm.Action && e.Detail == "PersonIdentities|Name" && e.ActorId == worker.Id)));
    }

    [SkippableFact]
    public async Task Many_who_meet_it_at_once_leave_a_line_each_and_one_notice()
    {
        var auditor = await app.JoinAsync(Role.Auditor);
        var (worker, _, number) = await SpoiledAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.SendAsync(worker, new GetIncidentHeader(number))));

        Assert.Equal(8, await app.StoredAsync(db => db.Trail.CountAsync(e => e.Action == SealAlarm.Action && e.Subject == number)));
        Assert.Single(await AlarmsOfAsync(auditor, number));
    }

    [SkippableFact]
    public async Task Where_the_trail_cannot_be_written_it_is_refused_all_the_same()
    {
        var (worker, _, number) = await SpoiledAsync(SealedFields.Name);
        var person = (await app.SendAsync(worker, new GetPeople(number))).Value[0].Person!.Value;
        failing.Fails = true;
        await Assert.ThrowsAsync<SealBrokenException>(() => app.SendAsync(worker, new OpenIdentity(number, person, null)));
        failing.Fails = false;
    }

    [SkippableFact]
    public async Task A_job_that_meets_it_raises_the_alarm_too()
    {
        var auditor = await app.JoinAsync(Role.Auditor);
        var (_, place, number) = await SpoiledAsync();
        OpensOne.Place = (place, await app.EnvelopeAsync(place));
        await app.Services.GetRequiredService<JobRunner>().RunAsync(OpensOne.Job, CancellationToken.None);

        var line = await app.StoredAsync(db => db.Trail.SingleAsync(e => e.Action == SealAlarm.Action && e.Subject == number));
        Assert.Null(line.ActorId);
        Assert.Single(await AlarmsOfAsync(auditor, number));
    }

    public static TheoryData<string> Fields => [.. SealedFields.All.Select(f => f.ToString())];

    private async Task<(Actor Worker, SealedPlace Place, string Number)> SpoiledAsync(SealedField? field = null)
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        var number = (await app.SendAsync(worker, Build.AnIncident())).Value;
        var incident = await app.StoredAsync(db => db.Incidents.Include(i => i.Victims).AsNoTracking().SingleAsync(i => i.Number == number));
        var person = incident.Victims[0].PersonId!.Value;
        var place = field == SealedFields.Name
            ? new SealedPlace(field, KeyOwner.Of(person), SealedRow.Of(person.Value), $"\"PersonId\" = '{person.Value.ToString("D").ToUpperInvariant()}'")
            : new SealedPlace(SealedFields.Title, KeyOwner.Of(incident.Id), SealedRow.Of(incident.Id.Value), $"\"Id\" = '{incident.Id.Value.ToString("D").ToUpperInvariant()}'");
        await app.SpoilAsync(place);
        return (worker, place, number);
    }

    private async Task<List<NoticeLine>> AlarmsOfAsync(Actor reader, string subject) => [.. (await NoticesOfAsync(reader)).Where(n => n.Subject == subject)];

    private async Task<IReadOnlyList<NoticeLine>> NoticesOfAsync(Actor reader)
    {
        var board = (await app.SendAsync(reader, new MyNotices())).Value;
        Assert.Equal(board.Unseen, (await app.SendAsync(reader, new CountNotices())).Value.Count);
        return board.Lines;
    }

    private sealed class OpensOne(IVault vault) : IRecurringWork
    {
        public const string Job = "opens-one";

        public static (SealedPlace Place, byte[] Envelope) Place { get; set; }

        public async Task<int> RunAsync(CancellationToken cancellationToken)
        {
            var (place, envelope) = Place;
            (await vault.FetchAsync([place.Owner], cancellationToken)).Open(place.Field, place.Owner, place.Row, SealedColumnTests.InEnvelope(envelope));
            return 1;
        }
    }

    private static void Prepare(FailingTrail trail, IServiceCollection services)
    {
        trail.Wrap(services);
        services.AddScoped<OpensOne>().AddSingleton(RecurringJob.Of<OpensOne>(OpensOne.Job, TimeSpan.FromHours(1)));
    }

    public sealed class OnSqlite(OnSqlite.App app) : SealAlarmTests(app, app.Trail), IClassFixture<OnSqlite.App>
    {
        public sealed class App : UseCasesOnSqlite
        {
            public FailingTrail Trail { get; } = new();

            protected override void Configure(IServiceCollection services) => Prepare(Trail, services);
        }
    }

    public sealed class OnPostgreSql(OnPostgreSql.App app) : SealAlarmTests(app, app.Trail), IClassFixture<OnPostgreSql.App>
    {
        public sealed class App : UseCasesOnPostgreSql
        {
            public FailingTrail Trail { get; } = new();

            protected override void Configure(IServiceCollection services) => Prepare(Trail, services);
        }
    }
}
