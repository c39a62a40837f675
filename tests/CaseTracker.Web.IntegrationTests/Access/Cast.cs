using System.Globalization;
using System.Text.RegularExpressions;
using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Campaigns;
using CaseTracker.Application.Erasures;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Protection;
using CaseTracker.Application.Reference;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Infrastructure.Persistence;
using CaseTracker.Testing.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Web.IntegrationTests.Access;

public enum Reader
{
    Owner,
    Teammate,
    SupervisorOfTheTeam,
    NamedToRead,
    NamedToWork,
    NamedForIdentities,
    WorkerOfAnotherTeam,
    SupervisorOfAnotherTeam,
    AuditorOfTheTeam,
    AdministratorOfTheTeam,
    NamedUntilYesterday,
    NamedNoMore,
    TeammateOfARestrictedOne,
    SupervisorOfARestrictedOne,
}

/// <summary>One incident of one team with everything on it, the same once more as restricted, and everybody who may ask for them.</summary>
public sealed partial class Cast : WebApp, IAsyncLifetime
{
    public const string Title = "Zanate quiscalus watched from a parked car";
    public const string Surname = "Zapoteco";
    public const string Release = "mx-2017-impunity";

    /// <summary>Those to whom the incident that they ask for does not exist.</summary>
    public static readonly IReadOnlyList<Reader> Outsiders = [.. Enum.GetValues<Reader>().Where(r => r >= Reader.WorkerOfAnotherTeam)];

    /// <summary>Of a part that exists nowhere.</summary>
    public static readonly string NoSuchId = new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).ToString();

    private readonly Dictionary<Reader, SignedIn> _played = [];
    private readonly Dictionary<string, Dictionary<string, string>> _parts = [];
    private readonly Dictionary<string, string> _pseudonyms = [];
    private TeamId _team;
    private TeamId _other;

    /// <summary>Whom administrators may send away without anybody of the cast missing.</summary>
    private MemberId _bystander;

    /// <summary>Of another incident of the team.</summary>
    private ErasureId _erasure;

    /// <summary>Of no incident: it tracks what a release asks.</summary>
    private InterventionId _tracked;

    public string Number { get; private set; } = "";

    public string RestrictedNumber { get; private set; } = "";

    /// <summary>Number of a campaign of the team, to which every incident of the cast belongs.</summary>
    public string Campaign { get; private set; } = "";

    public string Pseudonym => _pseudonyms[Number];

    public new async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _team = await FoundTeamAsync();
        _other = await FoundTeamAsync();
        _bystander = await JoinAsync("Bystander", "bystander@example.org", Role.Auditor, []);
        _erasure = await EraseAsync();
        Campaign = await StartCampaignAsync();
        _tracked = await TrackAsync();
        Number = await LogAsync(Reader.Owner);
        await HideAsync(Number, Reader.NamedUntilYesterday);
        await HideAsync(Number, Reader.NamedNoMore);
        await NameAsync(Number, Reader.NamedToRead, GrantLevel.Read);
        await NameAsync(Number, Reader.NamedToWork, GrantLevel.Work);
        await NameAsync(Number, Reader.NamedForIdentities, GrantLevel.Identities);
        RestrictedNumber = await LogAsync(Reader.TeammateOfARestrictedOne);
    }

    public async Task<IReadOnlyList<Route>> RoutesAsync() => await Route.AllAsync(Services);

    public async Task<SignedIn> PlayAsync(Reader reader) => _played.TryGetValue(reader, out var known) ? known : _played[reader] = reader switch
    {
        Reader.SupervisorOfTheTeam or Reader.SupervisorOfARestrictedOne => await SignInAsync(Role.Supervisor, _team),
        Reader.SupervisorOfAnotherTeam => await SignInAsync(Role.Supervisor, _other),
        Reader.AuditorOfTheTeam => await SignInAsync(Role.Auditor, _team),
        Reader.AdministratorOfTheTeam => await SignInAsync(Role.Administrator, _team),
        Reader.Owner or Reader.Teammate or Reader.TeammateOfARestrictedOne => await SignInAsync(Role.CaseWorker, _team),
        _ => await SignInAsync(Role.CaseWorker, _other),
    };

    /// <summary>The incident that the reader asks for.</summary>
    public string NumberFor(Reader reader) => reader is Reader.TeammateOfARestrictedOne or Reader.SupervisorOfARestrictedOne ? RestrictedNumber : Number;

    public string PseudonymFor(Reader reader) => _pseudonyms[NumberFor(reader)];

    /// <summary>The number that the next incident logged will have.</summary>
    public async Task<string> NextNumberAsync()
    {
        var last = await StoredAsync(db => db.Incidents.MaxAsync(i => i.Number));
        return $"{last![..^5]}{int.Parse(last[^5..], CultureInfo.InvariantCulture) + 1:00000}";
    }

    /// <summary>Logs an incident with all that lists, counts and figures could tell of it, hidden from a reader.</summary>
    public async Task<string> LogAsync(Reader from)
    {
        var owner = (await PlayAsync(Reader.Owner)).Actor;
        var number = (await SendAsync(owner, AnIncident() with { Incident = TheFacts() with { Title = Title }, Victims = [AVictim($"Xóchitl {Surname}")] })).Value;
        await HideAsync(number, from);
        var version = from >= Reader.TeammateOfARestrictedOne ? 2 : 1;
        Done(await SendAsync(owner, new OpenProceeding(number, version, "CT-PRC-CRIM", new StageInput("J1", new DateInput(2026, 3, 5), "Complaint filed", null, NoDate, Authority: "CT-AUT-FGR"))));
        var followUp = await SendAsync(owner, new ScheduleFollowUp(Guid.CreateVersion7(), number, "CT-FUK-CALL", Title, new DateOnly(2026, 3, 20), null, Recurrence.None));
        Assert.Empty(followUp.Refusals);
        var letter = await SendAsync(owner, new RecordIntervention(Guid.CreateVersion7(), number, null, new InterventionInput("UA", Title, new DateInput(2025, 12, 1), Title, null, null)));
        Assert.Empty(letter.Refusals);
        Done(await SendAsync(owner, new RecordReply(letter.Value, 1, new ReplyInput(new DateInput(2026, 3, 6), IsAcknowledgement: true, null, Title, null, null))));
        Done(await SendAsync(owner, new CiteRelease(number, Release, version + 1)));
        Done(await SendAsync(owner, new AddIncidentToCampaign(Campaign, number, Title)));
        var measure = Guid.CreateVersion7();
        Done(await SendAsync(owner, new RecordMeasure(measure, number, 1, "CT-PMC-FED", "CT-PRM-URG-3", new StepInput("CT-MST-GRANTED", new DateInput(2026, 3, 6), Title))));
        Done(await SendAsync(owner, new AssessRisk(Guid.CreateVersion7(), number, 0, 1, new RiskInput("CT-RSM-TVC", "CT-RSK-4", ["CT-RSF-THREATS"], Title, "2026-03-01", "2026-06-01"))));
        _pseudonyms[number] = (await SendAsync(owner, new GetPeople(number))).Value[0].Pseudonym!;
        _parts[number] = new()
        {
            ["{person:guid}"] = (await SendAsync(owner, new GetPeople(number))).Value[0].Person!.Value.Value.ToString(),
            ["{proceeding:guid}"] = (await SendAsync(owner, new GetJustice(number))).Value.Paths[0].Id.Value.ToString(),
            ["{intervention:guid}"] = letter.Value.Value.ToString(),
            ["{measure:guid}"] = measure.ToString(),
            ["{id}"] = followUp.Value.Value.ToString("N"),
            ["{id:guid}"] = _bystander.Value.ToString(),
            ["{authority:guid}"] = (await StoredAsync(db => db.Authorities.Where(a => a.Code == Authority.Other).Select(a => a.Id).SingleAsync())).Value.ToString(),
            ["{erasure:guid}"] = _erasure.Value.ToString(),
            ["{tracked:guid}"] = _tracked.Value.ToString(),
            ["{key}"] = Release,
            ["{campaign}"] = Campaign,
            ["{ask}"] = "preliminary-report-protection",
            ["{code:int}"] = "404",
            ["{*path}"] = "nothing-here",
        };
        return number;
    }

    /// <summary>The route's address for an incident, with its parts; of one that does not exist yet, with those of the first.</summary>
    public string Fill(Route route, string number) => Parameter().Replace(route.Pattern, parameter => parameter.Value switch
    {
        "{number}" => number,
        var other when _parts.GetValueOrDefault(number, _parts[Number]).TryGetValue(other, out var part) => part,
        var other => throw new NotSupportedException($"{route.Pattern}: say in {nameof(LogAsync)} what {other} stands for."),
    });

    /// <summary>The id of the part that an address names, and one of the same form that exists nowhere.</summary>
    public (string Part, string None) PartIn(string number, string url)
    {
        var part = _parts[number].Values.Single(p => Guid.TryParse(p, out _) && url.Contains(p, StringComparison.Ordinal));
        return (part, part.Contains('-') ? NoSuchId : NoSuchId.Replace("-", "", StringComparison.Ordinal));
    }

    /// <summary>A campaign is its team's: who was named for one of its incidents sees that incident alone.</summary>
    public static bool SeesCampaign(Reader reader, Route route) =>
        !route.Pattern.Contains("{campaign}", StringComparison.Ordinal) || reader is not (Reader.NamedToRead or Reader.NamedToWork or Reader.NamedForIdentities);

    /// <summary>The same with one id for every part.</summary>
    public static string Fill(Route route, string number, string part) => Parameter().Replace(route.Pattern, parameter => parameter.Value == "{number}" ? number : part);

    public async Task<T> StoredAsync<T>(Func<CaseTrackerDbContext, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        return await read(scope.ServiceProvider.GetRequiredService<CaseTrackerDbContext>());
    }

    private async Task<string> StartCampaignAsync()
    {
        var typed = new CampaignInput("Front pages", null, new DateInput(2026, 3, null), ["CT-NAR-1"], [new OutletToRecord("CT-OUT-PRESS", "El Tecolote Bermejo")], [], null, null, null, []);
        var started = await SendAsync((await PlayAsync(Reader.Owner)).Actor, new StartCampaign(Guid.CreateVersion7(), typed, null));
        Assert.Empty(started.Refusals);
        return started.Value;
    }

    private async Task<InterventionId> TrackAsync()
    {
        var told = new InterventionInput("AL", null, new DateInput(2026, 3, 1), "Said again in our letter", null, null);
        var tracked = await SendAsync((await PlayAsync(Reader.Owner)).Actor, new TrackRequest(Guid.CreateVersion7(), Release, "preliminary-report-protection", told));
        Assert.Empty(tracked.Refusals);
        return tracked.Value;
    }

    private async Task<ErasureId> EraseAsync()
    {
        var number = (await SendAsync((await PlayAsync(Reader.Owner)).Actor, AnIncident())).Value;
        return (await SendAsync((await PlayAsync(Reader.SupervisorOfTheTeam)).Actor, new EraseIncident(number, ErasureGround.Error, number, Understood: true))).Value;
    }

    /// <summary>What makes this incident one that the reader no longer sees, or never did.</summary>
    private async Task HideAsync(string number, Reader reader)
    {
        var owner = (await PlayAsync(Reader.Owner)).Actor;
        switch (reader)
        {
            case Reader.NamedUntilYesterday:
                await NameAsync(number, reader, GrantLevel.Identities);
                await StoredAsync(async db =>
                {
                    var grants = await db.Incidents.Where(i => i.Number == number).SelectMany(i => i.Grants).ToListAsync();
                    grants.ForEach(g => db.Entry(g).Property(x => x.ExpiresAt).CurrentValue = Clock.GetUtcNow());
                    return await db.SaveChangesAsync();
                });
                break;
            case Reader.NamedNoMore:
                await NameAsync(number, reader, GrantLevel.Identities);
                var grant = (await SendAsync(owner, new GetAccess(number))).Value.Grants[^1].Sequence;
                Done(await SendAsync(owner, new RevokeAccess(number, grant)));
                break;
            case Reader.TeammateOfARestrictedOne or Reader.SupervisorOfARestrictedOne:
                Done(await SendAsync(owner, new ChangeConfidentiality(number, 1, Circle.Restricted)));
                break;
        }
    }

    private async Task NameAsync(string number, Reader reader, GrantLevel level) =>
        Done(await SendAsync((await PlayAsync(Reader.Owner)).Actor, new GiveAccess(number, (await PlayAsync(reader)).Actor.Id, level, new DateOnly(2026, 3, 30), "Interprets at the hearing")));

    private static void Done(Result answer) => Assert.Empty(answer.Refusals);

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
