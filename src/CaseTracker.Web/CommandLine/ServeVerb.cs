using System.CommandLine;
using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Demonstration;
using CaseTracker.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CaseTracker.Web.CommandLine;

public sealed class ServeVerb(HostBuilding hosts)
{
    private const int DemoIncidents = 240;

    public Command Command()
    {
        var command = new Command("serve", "Serves the site (also without a verb). --urls sets the address, --Key:Part=value any configuration.");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var app = hosts.Build();
        app.UseSite();
        await HostBuilding.PrepareAsync(app.Services, cancellationToken);
        string? firstRun = null;
        var demo = app.Services.GetRequiredService<IDemoSignIns>();
        var vault = app.Services.GetRequiredService<IVaultDoor>();
        if (vault.IsLocked)
        {
            Console.Error.WriteLine(HostBuilding.VaultIsLocked + " Nothing but a page that says so is served.");
        }
        else if (app.Services.GetRequiredService<SiteMode>().Demo)
        {
            await demo.EnsureAsync(cancellationToken);
            await FillAsync(app.Services, cancellationToken);
        }
        else
        {
            await demo.CloseAsync(cancellationToken);
            firstRun = await OfferFirstRunAsync(app.Services, cancellationToken);
        }

        if (vault.KeyLiesBesideTheData && !app.Services.GetRequiredService<SiteMode>().Demo)
        {
            Console.Error.WriteLine("The key of the vault lies in the data folder: whoever takes the folder can read everything. Move it to another disk and set Vault:KeyFile (docs/security.md).");
        }

        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new RefusedToOperatorException($"{taken.Message} Stop what runs there, or choose another address with --urls.");
        }

        var served = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        foreach (var address in served)
        {
            Console.WriteLine($"CaseTracker is at {address}");
        }

        if (firstRun is not null)
        {
            Console.WriteLine("Nobody can sign in yet. With this link, once and within a day, the first administrator is made:");
            Console.WriteLine(UserVerb.PublicAddress(app.Services, served.FirstOrDefault()) + firstRun);
        }

        if (demo.All.Count > 0)
        {
            Console.WriteLine("Demonstration sign-ins (everything in it is invented):");
            foreach (var signIn in demo.All)
            {
                Console.WriteLine($"  {signIn.Email,-26} {signIn.Password}");
            }
        }

        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private static async Task<string?> OfferFirstRunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IFirstRun>().OfferAsync(cancellationToken);
    }

    private static async Task FillAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        if (scope.ServiceProvider.GetService<IDemoSeeder>() is { } seeder
            && !(await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new AnythingLogged(), cancellationToken)).Value)
        {
            Console.WriteLine($"Writing {DemoIncidents} invented incidents into the empty database.");
            await seeder.SeedAsync(DemoIncidents, SeedVerb.DefaultSeed, new ProgressLine(DemoIncidents), cancellationToken);
        }
    }
}
