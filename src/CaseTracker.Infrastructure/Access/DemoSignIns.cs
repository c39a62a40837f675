using System.Security.Cryptography;
using CaseTracker.Application.Access;
using CaseTracker.Application.Demonstration;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;
using CaseTracker.Infrastructure.Hosting;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Infrastructure.Access;

internal sealed class DemoSignIns(IServiceScopeFactory scopes, DatabaseOptions database) : IDemoSignIns
{
    public const string FileName = "demo-sign-ins.txt";

    private const string North = "Equipo Norte";
    private const string South = "Equipo Sur";

    /// <summary>Two case workers in different teams, so that a demonstration shows what one does not see of the other.</summary>
    private static readonly (string Email, string Name, Role Role, string[] Teams)[] People =
    [
        ("caseworker@demo.example", "Ana Demo", Role.CaseWorker, [North]),
        ("caseworker2@demo.example", "Bruno Demo", Role.CaseWorker, [South]),
        ("supervisor@demo.example", "Carmen Demo", Role.Supervisor, [North, South]),
        ("auditor@demo.example", "Darío Demo", Role.Auditor, []),
        ("admin@demo.example", "Elena Demo", Role.Administrator, []),
    ];

    public IReadOnlyList<DemoSignIn> All { get; private set; } = [];

    private string FilePath => Path.Combine(database.DataDirectory, FileName);

    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var passwords = await ReadAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        var existing = await ExistingAsync(scope.ServiceProvider, cancellationToken);

        var missing = People.Where(p => !existing.ContainsKey(p.Email) || !passwords.ContainsKey(p.Email)).ToList();
        foreach (var person in missing)
        {
            // Before the sign-in itself: a password that was set and not written down would be lost.
            passwords[person.Email] = Generate();
        }

        All = [.. People.Select(p => new DemoSignIn(p.Email, p.Role, passwords[p.Email]))];
        if (missing.Count > 0)
        {
            await DataFolder.WriteSecretAsync(FilePath, string.Concat(All.Select(s => $"{s.Email}\t{s.Password}\n")), cancellationToken);
            foreach (var (email, name, role, teams) in missing)
            {
                await CreateAsync(scope.ServiceProvider, name, email, role, teams, existing.TryGetValue(email, out var id) ? id : null, passwords[email], cancellationToken);
            }
        }
    }

    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var signIns = scope.ServiceProvider.GetRequiredService<ISignIns>();
        foreach (var member in (await ExistingAsync(scope.ServiceProvider, cancellationToken)).Values)
        {
            await signIns.CloseAsync(member, cancellationToken);
        }

        // With the file gone, a later demonstration on the same folder generates new passwords.
        File.Delete(FilePath);
    }

    private static async Task<Dictionary<string, MemberId>> ExistingAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var addresses = People.Select(p => p.Email).ToList();
        return await services.GetRequiredService<ICaseTrackerDb>().Members.AsNoTracking()
            .Where(m => addresses.Contains(m.Email))
            .ToDictionaryAsync(m => m.Email, m => m.Id, cancellationToken);
    }

    private static async Task CreateAsync(
        IServiceProvider services, string name, string email, Role role, string[] teams, MemberId? existing, string password, CancellationToken cancellationToken)
    {
        var mediator = services.GetRequiredService<IMediator>();
        var signIns = services.GetRequiredService<ISignIns>();
        Invitation invitation;
        if (existing is { } member)
        {
            invitation = new Invitation(member, await signIns.InviteAgainAsync(member, cancellationToken) ?? throw new InvalidOperationException("A demonstration member has no sign-in."));
        }
        else
        {
            foreach (var team in teams)
            {
                Expect((await mediator.Send(new FoundTeam(team), cancellationToken)).Refusals.Where(r => r != MemberErrors.TeamNameTaken));
            }

            var added = await mediator.Send(new AddMember(name, email, role, "es", teams), cancellationToken);
            Expect(added.Refusals);
            invitation = added.Value;
        }

        Expect((await signIns.SetUpAsync(invitation.Member, invitation.Code, password, cancellationToken)).Refusals);
    }

    private static void Expect(IEnumerable<Refusal> refusals)
    {
        if (refusals.Select(r => r.Code).ToList() is { Count: > 0 } codes)
        {
            throw new InvalidOperationException($"The demonstration sign-ins were refused: {string.Join(", ", codes)}");
        }
    }

    private async Task<Dictionary<string, string>> ReadAsync(CancellationToken cancellationToken) => File.Exists(FilePath)
        ? (await File.ReadAllLinesAsync(FilePath, cancellationToken)).Select(line => line.Split('\t')).Where(parts => parts.Length == 2).ToDictionary(parts => parts[0], parts => parts[1])
        : [];

    private static string Generate() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 4)));
}
