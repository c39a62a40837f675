using System.CommandLine;
using CaseTracker.Application.Persistence;

namespace CaseTracker.Web.CommandLine;

public static class MigrateVerb
{
    public static Command Command(HostBuilding hosts)
    {
        var command = new Command("migrate", "Brings the database to this version, with its lists, and exits.");
        command.SetAction(async (_, cancellationToken) =>
        {
            await using var app = hosts.Build();
            var database = app.Services.GetRequiredService<IDatabaseSetup>();
            await HostBuilding.MigrateAsync(database, cancellationToken);
            Console.WriteLine($"The database ({database.Provider}) is up to date.");
            return 0;
        });
        return command;
    }
}
