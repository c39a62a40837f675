using System.CommandLine;
using CaseTracker.Application.Access;
using CaseTracker.Domain.Access;
using MediatR;

namespace CaseTracker.Web.CommandLine;

public static class UserVerb
{
    private static readonly string[] Everywhere = ["*", "+", "[::]", "0.0.0.0"];

    public static Command Command(HostBuilding hosts)
    {
        var email = new Option<string>("--email") { Description = "The address that they sign in with.", Required = true };
        var role = new Option<string>("--role") { Description = "What they may do.", Required = true };
        role.AcceptOnlyFromAmong(Enum.GetNames<Role>());
        var name = new Option<string?>("--name") { Description = "As colleagues see it; without it, the part of the address before the @." };
        var team = new Option<string?>("--team") { Description = "The team whose incidents they work on; founded if there is none of that name." };
        var language = new Option<string>("--language") { Description = "Of the mails sent to them.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong("en", "es");
        var add = new Command("add", "Creates a sign-in and prints a one-time link with which they choose their password.") { email, role, name, team, language };
        add.SetAction((parsed, cancellationToken) => hosts.WithDatabaseAsync(
            (services, stop) => AddAsync(
                services,
                new AddMember(
                    parsed.GetValue(name) ?? parsed.GetRequiredValue(email).Split('@')[0],
                    parsed.GetRequiredValue(email),
                    Enum.Parse<Role>(parsed.GetRequiredValue(role)),
                    parsed.GetRequiredValue(language),
                    parsed.GetValue(team) is { } chosen ? [chosen] : []),
                stop),
            cancellationToken));
        return new Command("user", "Keeps the people who sign in.") { add };
    }

    private static async Task<int> AddAsync(IServiceProvider services, AddMember request, CancellationToken cancellationToken)
    {
        var mediator = services.GetRequiredService<IMediator>();
        foreach (var team in request.Teams)
        {
            var founded = await mediator.Send(new FoundTeam(team), cancellationToken);
            HostBuilding.Expect(services, [.. founded.Refusals.Where(r => r != MemberErrors.TeamNameTaken)]);
            if (founded.IsSuccess)
            {
                Console.WriteLine($"There was no team “{team}”; it has been founded.");
            }
        }

        var added = await mediator.Send(request, cancellationToken);
        HostBuilding.Expect(services, added.Refusals);
        Console.WriteLine($"Added as {request.Role}. With this link, once and within three days, they choose their password:");
        Console.WriteLine(PublicAddress(services) + added.Value.Path);
        if (request.Teams.Count == 0 && request.Role is Role.CaseWorker or Role.Supervisor)
        {
            Console.WriteLine("They belong to no team yet, so they see no incidents.");
        }

        return 0;
    }

    /// <param name="services">Of the application.</param>
    /// <param name="served">Where this process serves the site, if it does; on every address of the machine is written with the name that a browser there takes.</param>
    public static string PublicAddress(IServiceProvider services, string? served = null) =>
        services.GetRequiredService<IConfiguration>()["Site:PublicAddress"] is { Length: > 0 } address ? address.TrimEnd('/')
        : served is null ? HostBuilding.DefaultAddress
        : BindingAddress.Parse(served) is var bound && Everywhere.Contains(bound.Host) ? $"{bound.Scheme}://localhost:{bound.Port}{bound.PathBase}"
        : served.TrimEnd('/');
}
