using System.Text.RegularExpressions;
using CaseTracker.Application.Campaigns;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Demonstration;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Application.IntegrationTests.Demonstration;

/// <summary>What a visitor of the demonstration sees is invented, says so, and could still have happened.</summary>
public sealed partial class DemonstrationTests(DemonstrationApp app) : IClassFixture<DemonstrationApp>
{
    private static readonly string[] Weapons = ["CT-MTH-FIREARM", "CT-MTH-BLADE", "CT-MTH-BEATING", "CT-MTH-FIRE"];
    private static readonly string[] OfficesOnly = ["030101", "030102", "CT-CRM-1", "CT-CRM-2", "CT-CRM-5", "130107", "100101", "090101", "120105", "CT-ADM-1", "CT-ADM-2"];

    [Fact]
    public void The_first_240_show_every_stage_profile_and_gender_and_dates_that_are_about_right()
    {
        // Full justice is never recorded: it follows from final convictions of everybody, and is where a path then stands.
        var paths = app.Incidents.SelectMany(i => i.Proceedings).ToList();
        Assert.Equal(Enum.GetValues<Stage>().Order(), paths.SelectMany(p => p.Stages.Select(s => s.Stage).Append(p.Standing!.Value)).Distinct().Order());
        Assert.Contains(paths, p => p.Standing == Stage.J7);
        Assert.Equal(Codes(Lists.Profiles), app.People.Values.SelectMany(p => p.Profiles).Select(p => p.Code).ToHashSet());
        Assert.Equal(Codes(Lists.Genders), app.People.Values.Select(p => p.GenderCode).OfType<string>().ToHashSet());
        Assert.Equal([DatePrecision.Day, DatePrecision.Month, DatePrecision.Year], app.Incidents.Select(i => i.StartedOn.Precision).Where(p => p != DatePrecision.Unknown).Distinct().OrderDescending());
        Assert.True(app.Incidents.Count(i => i.StartedOn.IsApproximate) >= 3);
    }

    [Fact]
    public async Task The_first_240_show_every_state_and_grade_of_a_reply_and_what_a_release_asks()
    {
        var letters = await app.StoredAsync(db => db.Interventions.AsNoTracking().Include(i => i.Replies).ToListAsync());
        var today = DateOnly.FromDateTime(FixedClock.Start.UtcDateTime);

        Assert.Equal(Enum.GetValues<InterventionStatus>().ToHashSet(), letters.Select(l => l.State.On(l.DueOn, today)).ToHashSet());
        Assert.Equal(Codes(Lists.ReplyGrades), letters.Select(l => l.GradeCode).OfType<string>().ToHashSet());
        Assert.Contains(letters, l => l.IsAwaiting && l.Replies.Any(r => r.IsAcknowledgement));
        Assert.Equal(3, letters.Count(l => l.IncidentId is null));
        Assert.All(letters, l => Assert.True(l.IsDemonstration));
    }

    [Fact]
    public async Task Nothing_was_recorded_later_than_now_and_what_was_done_today_was_done_today()
    {
        var (now, calendar) = (FixedClock.Start, app.Services.GetRequiredService<Time.Calendar>());
        var followUps = await app.StoredAsync(db => db.FollowUps.AsNoTracking().Select(f => f.CreatedAt).ToListAsync());
        var steps = await app.StoredAsync(db => db.Measures.AsNoTracking().SelectMany(m => m.Steps).Select(s => s.RecordedAt).ToListAsync());

        Assert.All(app.Incidents.SelectMany(i => i.Proceedings.SelectMany(p => p.Stages).Select(s => s.RecordedAt).Append(i.CreatedAt)).Concat(followUps).Concat(steps), at => Assert.True(at <= now, $"{at:O}"));
        Assert.Contains(app.Incidents, i => i.CreatedAt >= calendar.StartOf(calendar.Today));
    }

    [Fact]
    public void Words_files_and_offices_are_not_weapons()
    {
        foreach (var act in app.Incidents.SelectMany(i => i.Acts).Where(a => GroupOf(a.Code) is "CT-GRP-STG" or "CT-GRP-DIG" or "CT-GRP-CRM" or "CT-GRP-RES"))
        {
            Assert.DoesNotContain(act.MethodCode, Weapons);
            Assert.NotEqual("CT-VST-KILLED", act.VictimStateCode);
        }
    }

    [Fact]
    public void Only_a_person_is_killed_detained_or_made_to_disappear_and_the_record_says_so()
    {
        foreach (var incident in app.Incidents)
        {
            foreach (var act in incident.Acts)
            {
                var wanted = Term(act.Code).Class switch
                {
                    "killing" => "CT-VST-KILLED",
                    "disappearance" => "CT-VST-DISAPPEARED",
                    "arbitrary-detention" => "CT-VST-DETAINED",
                    _ => null,
                };
                if (wanted is not null)
                {
                    Assert.Equal(wanted, act.VictimStateCode);
                    Assert.All(Victims(incident), p => Assert.Equal(PersonKind.Individual, p.Kind));
                }
            }

            if (incident.Acts.Any(a => a.VictimStateCode is "CT-VST-KILLED" or "CT-VST-DISAPPEARED"))
            {
                Assert.DoesNotContain(incident.Sources, s => s.ConnectionCode == "0101");
            }
        }
    }

    [Fact]
    public void What_only_an_office_can_do_is_attributed_to_one()
    {
        foreach (var incident in app.Incidents.Where(i => i.Acts.Any(a => OfficesOnly.Contains(a.Code)) && !app.Title(i).Contains("empresa", StringComparison.Ordinal)))
        {
            Assert.All(incident.Involvements, i => Assert.Equal("state", Term(Lists.Perpetrators, i.PerpetratorCode).Class));
        }
    }

    [Theory]
    [InlineData("una abogada", "CT-GEN-F", "CT-PRF-LAWYER")]
    [InlineData("un abogado", "CT-GEN-M", "CT-PRF-LAWYER")]
    [InlineData("una fotoperiodista", "CT-GEN-F", "CT-PRF-PRESS")]
    [InlineData("un reportero", "CT-GEN-M", "CT-PRF-PRESS")]
    [InlineData("una lideresa", "CT-GEN-F", "CT-PRF-COMMUNITY")]
    [InlineData("un delegado sindical", "CT-GEN-M", "CT-PRF-UNION")]
    public void The_person_in_the_title_is_the_person_on_record(string words, string gender, string profile)
    {
        var named = app.Incidents.Where(i => app.Title(i).Contains($" {words}", StringComparison.Ordinal) && !Regex.IsMatch(app.Title(i), "hermano|hija de|pareja|familiar de|madre y el padre")).SelectMany(Victims).ToList();
        Assert.NotEmpty(named);
        Assert.All(named, person => Assert.Equal((gender, true), (person.GenderCode, person.Profiles.Any(p => p.Code == profile))));
    }

    [Fact]
    public void A_narrative_is_no_more_exact_than_the_record()
    {
        foreach (var incident in app.Incidents)
        {
            var narrative = app.Narrative(incident);
            Assert.Equal(incident.StartedOn.Precision == DatePrecision.Day, FullDate().IsMatch(narrative));
            Assert.Equal(incident.StartedOn.Precision >= DatePrecision.Month, MonthAndYear().IsMatch(narrative));
            Assert.DoesNotContain("{", narrative, StringComparison.Ordinal);
            Assert.DoesNotContain(" the ", narrative, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Nobody_went_to_an_authority_with_what_was_not_reported()
    {
        var silent = app.Incidents.Where(i => i.Proceedings.Any(p => p.Stages.Any(s => s.Stage == Stage.J0))).ToList();
        Assert.NotEmpty(silent);
        Assert.All(silent, i => Assert.DoesNotContain(" ante ", app.Narrative(i), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_seed_on_the_same_day_into_the_same_register_gives_the_same_incidents()
    {
        var other = new DemonstrationApp();
        await ((IAsyncLifetime)other).InitializeAsync();
        try
        {
            Assert.Equal(app.Incidents.Select(i => Told(app, i)), other.Incidents.Select(i => Told(other, i)));
            Assert.Equal(app.People.Values.Select(p => $"{p.Id} {p.Pseudonym}").Order(StringComparer.Ordinal), other.People.Values.Select(p => $"{p.Id} {p.Pseudonym}").Order(StringComparer.Ordinal));
        }
        finally
        {
            await other.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_seed_after_another_adds_other_incidents_even_where_the_sums_are_alike()
    {
        var fresh = new UseCasesOnSqlite();
        await fresh.InitializeAsync();
        try
        {
            var seeder = fresh.Services.GetRequiredService<IDemoSeeder>();
            foreach (var seed in (int[])[11, 1, 1])
            {
                await seeder.SeedAsync(10, seed, new Progress<int>(), default);
            }

            Assert.Equal(30, await fresh.StoredAsync(db => db.Incidents.CountAsync()));
            var stored = await fresh.StoredAsync(db => db.Incidents.AsNoTracking().ToListAsync());
            var ring = await fresh.Services.GetRequiredService<IVault>().OfAsync(stored.Select(i => i.Id), default);
            Assert.True(stored.Select(i => ring.Of(i.Id).Own(SealedFields.Narrative, i.Narrative)).Distinct().Count() > 25);
        }
        finally
        {
            await fresh.DisposeAsync();
        }
    }

    [Fact]
    public void What_is_verified_is_supported_claim_by_claim_but_for_a_few_that_lost_it()
    {
        var verified = app.Incidents.Where(i => i.Verification == Verification.V3).ToList();

        Assert.True(verified.Count > 10);
        Assert.All(verified, i => Assert.NotNull(i.IsSupported));
        var lost = verified.Where(i => i.IsSupported == false).ToList();
        Assert.All(lost, i => Assert.EndsWith("13", i.Number, StringComparison.Ordinal));
        Assert.True(lost.Count * 4 <= verified.Count, $"{lost.Count} of {verified.Count} lost their support.");
    }

    [Fact]
    public async Task A_campaign_of_the_time_of_the_first_release_has_incidents_and_something_that_followed()
    {
        var members = (await app.StoredAsync(db => db.Campaigns.Include(c => c.Incidents).SingleAsync())).Incidents;
        Assert.NotEmpty(members);
        var supervisor = await app.JoinAsync(Role.Supervisor, app.Team);
        var listed = Assert.Single((await app.SendAsync(supervisor, new ListCampaigns(new CampaignFilter()))).Value.Rows);
        Assert.True(listed.IsDemonstration);
        Assert.Equal(members.Count, listed.Incidents);
        Assert.NotEmpty((await app.SendAsync(supervisor, new GetCampaignAftermath(listed.Number))).Value);
    }

    [Fact]
    public async Task A_list_can_say_how_many_of_its_incidents_are_invented()
    {
        var supervisor = await app.JoinAsync(Role.Supervisor, app.Team);
        var all = await app.SendAsync(supervisor, new CountDemonstration(new IncidentFilter()));
        var verified = await app.SendAsync(supervisor, new CountDemonstration(new IncidentFilter { Verified = "V3" }));
        Assert.Equal(app.Incidents.Count, all.Value);
        Assert.Equal(all.Value, (await app.SendAsync(supervisor, new ListIncidents(new IncidentFilter()))).Value.Invented);
        Assert.Equal(verified.Value, (await app.SendAsync(supervisor, new ListIncidents(new IncidentFilter { Verified = "V3" }))).Value.Invented);
        Assert.Equal(app.Incidents.Count(i => i.Verification == Verification.V3), verified.Value);
        Assert.Equal(0, (await app.SendAsync(await app.JoinAsync(Role.Supervisor, await app.FoundTeamAsync()), new CountDemonstration(new IncidentFilter()))).Value);
    }

    private static (IncidentId, string, string, string?, string, string) Told(DemonstrationApp app, Incident i) =>
        (i.Id, i.Number, app.Title(i), app.Narrative(i), i.StartedOn.ToString(), string.Join(' ', i.Proceedings.SelectMany(p => p.Stages).Select(s => $"{s.On.Earliest:O} {s.Stage}").Order(StringComparer.Ordinal)));

    private IEnumerable<Person> Victims(Incident incident) => incident.Victims.Where(v => v.PersonId is not null).Select(v => app.People[v.PersonId!.Value]);

    private Term Term(string act) => Term(Lists.Acts, act);

    private Term Term(string list, string code) => app.Services.GetRequiredService<ITerms>().Find(list, code)!;

    private string? GroupOf(string act) => Term(act).Parent;

    private HashSet<string> Codes(string list) => [.. app.Services.GetRequiredService<ITerms>().All(list).Select(t => t.Code)];

    [GeneratedRegex(@"\b\d{1,2} de \p{Ll}+ de \d{4}\b")]
    private static partial Regex FullDate();

    [GeneratedRegex(@"\b(enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre) de \d{4}\b")]
    private static partial Regex MonthAndYear();
}

/// <summary>As many demonstration incidents as the product starts with.</summary>
public sealed class DemonstrationApp() : UseCases(Infrastructure.Hosting.DatabaseProvider.Sqlite), IAsyncLifetime
{
    public TeamId Team { get; private set; }

    /// <summary>By number.</summary>
    public IReadOnlyList<Incident> Incidents { get; private set; } = [];

    public IReadOnlyDictionary<PersonId, Person> People { get; private set; } = new Dictionary<PersonId, Person>();

    private IKeyRing _ring = null!;

    public string Title(Incident incident) => _ring.Of(incident.Id).Title(incident.Title);

    public string Narrative(Incident incident) => _ring.Of(incident.Id).Own(SealedFields.Narrative, incident.Narrative)!;

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        Team = await FoundTeamAsync();
        await JoinAsync(Role.CaseWorker, Team);
        await Services.GetRequiredService<IDemoSeeder>().SeedAsync(240, 1, new Progress<int>(), default);
        Incidents = await StoredAsync(db => db.Incidents.Whole().AsNoTracking().OrderBy(i => i.Number).ToListAsync());
        People = await StoredAsync(db => db.People.Include(p => p.Profiles).AsNoTracking().ToDictionaryAsync(p => p.Id));
        _ring = await Services.GetRequiredService<IVault>().OfAsync(Incidents.Select(i => i.Id), default);
    }
}
