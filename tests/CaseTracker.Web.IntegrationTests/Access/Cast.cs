using System.Globalization;
using System.Text.RegularExpressions;
using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.FollowUps;
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
    WorkerOfAnotherTeam,
    SupervisorOfAnotherTeam,
    AuditorOfTheTeam,
    AdministratorOfTheTeam,
}

/// <summary>One incident of one team with everything on it, and everybody who may ask for it.</summary>
public sealed partial class Cast : WebApp, IAsyncLifetime
{
    public const string Title = "Zanate quiscalus watched from a parked car";
    public const string Surname = "Zapoteco";

    /// <summary>Of a part that exists nowhere.</summary>
    public static readonly string NoSuchId = new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).ToString();

    private readonly Dictionary<Reader, SignedIn> _played = [];
    private readonly Dictionary<string, string> _parts = [];
    private TeamId _team;
    private TeamId _other;

    public string Number { get; private set; } = "";

    public string Pseudonym { get; private set; } = "";

    public new async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _team = await FoundTeamAsync();
        _other = await FoundTeamAsync();
        Number = await LogAsync();
        var owner = await PlayAsync(Reader.Owner);
        var opened = await SendAsync(owner.Actor, new OpenProceeding(Number, 1, "CT-PRC-CRIM", "Fiscalía", new StageInput("J1", new DateInput(2026, 3, 5), "Complaint filed", null, NoDate)));
        Assert.Empty(opened.Refusals);
        var followUp = await SendAsync(owner.Actor, new ScheduleFollowUp(Guid.CreateVersion7(), Number, "CT-FUK-CALL", Title, new DateOnly(2026, 3, 20), null, Recurrence.None));
        Assert.Empty(followUp.Refusals);

        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        var db = scope.ServiceProvider.GetRequiredService<ICaseTrackerDb>();
        var person = await db.People.SingleAsync();
        Pseudonym = person.Pseudonym;
        _parts["{person:guid}"] = person.Id.Value.ToString();
        _parts["{proceeding:guid}"] = (await db.Incidents.SelectMany(i => i.Proceedings).SingleAsync()).Id.Value.ToString();
        _parts["{id}"] = followUp.Value.Value.ToString("N");
        _parts["{id:guid}"] = owner.Actor.Id!.Value.Value.ToString();
        _parts["{key}"] = "mx-2017-impunity";
        _parts["{ask}"] = "preliminary-report-protection";
        _parts["{code:int}"] = "404";
        _parts["{*path}"] = "nothing-here";
    }

    public async Task<IReadOnlyList<Route>> RoutesAsync() => await Route.AllAsync(Services);

    public async Task<SignedIn> PlayAsync(Reader reader) => _played.TryGetValue(reader, out var known) ? known : _played[reader] = reader switch
    {
        Reader.Owner => await SignInAsync(Role.CaseWorker, _team),
        Reader.Teammate => await SignInAsync(Role.CaseWorker, _team),
        Reader.SupervisorOfTheTeam => await SignInAsync(Role.Supervisor, _team),
        Reader.WorkerOfAnotherTeam => await SignInAsync(Role.CaseWorker, _other),
        Reader.SupervisorOfAnotherTeam => await SignInAsync(Role.Supervisor, _other),
        Reader.AuditorOfTheTeam => await SignInAsync(Role.Auditor, _team),
        Reader.AdministratorOfTheTeam => await SignInAsync(Role.Administrator, _team),
        _ => throw new ArgumentOutOfRangeException(nameof(reader)),
    };

    /// <summary>The number that the next incident logged will have.</summary>
    public async Task<string> NextNumberAsync()
    {
        var last = await LogAsync();
        return $"{last[..^5]}{int.Parse(last[^5..], CultureInfo.InvariantCulture) + 1:00000}";
    }

    public async Task<string> LogAsync()
    {
        var owner = await PlayAsync(Reader.Owner);
        var logged = await SendAsync(owner.Actor, AnIncident() with
        {
            Incident = TheFacts() with { Title = Title },
            Victims = Number.Length == 0 ? [AVictim($"Xóchitl {Surname}")] : [AnUnknownVictim()],
        });
        return logged.Value;
    }

    /// <summary>The route's address for an incident, with the parts of the one that has them all.</summary>
    public string Fill(Route route, string number) => Parameter().Replace(route.Pattern, parameter => parameter.Value switch
    {
        "{number}" => number,
        var other when _parts.TryGetValue(other, out var part) => part,
        var other => throw new NotSupportedException($"{route.Pattern}: say in {nameof(InitializeAsync)} what {other} stands for."),
    });

    /// <summary>The id of the part that an address names, and one of the same form that exists nowhere.</summary>
    public (string Part, string None) PartIn(string url)
    {
        var part = _parts.Values.Single(p => Guid.TryParse(p, out _) && url.Contains(p, StringComparison.Ordinal));
        return (part, part.Contains('-') ? NoSuchId : NoSuchId.Replace("-", "", StringComparison.Ordinal));
    }

    /// <summary>The same with one id for every part.</summary>
    public static string Fill(Route route, string number, string part) => Parameter().Replace(route.Pattern, parameter => parameter.Value == "{number}" ? number : part);

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
