using System.CommandLine;
using System.Diagnostics;
using CaseTracker.Application.Demonstration;
using CaseTracker.Web.Hosting;

namespace CaseTracker.Web.CommandLine;

public static class SeedVerb
{
    public const int DefaultSeed = 1;

    private const int Most = 1_000_000;

    public static Command Command(HostBuilding hosts)
    {
        var demo = new Option<int>("--demo") { Description = "How many synthetic incidents to add, labelled as demonstration.", HelpName = "N", Required = true };
        demo.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, out var count) || count is < 1 or > Most))
            {
                result.AddError($"--demo takes a whole number from 1 to {Most}.");
            }
        });
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same incidents.", HelpName = "S", DefaultValueFactory = _ => DefaultSeed };
        var command = new Command("seed", "Adds deterministic synthetic incidents to the database.") { demo, seed };
        command.SetAction((parsed, cancellationToken) => hosts.WithDatabaseAsync(
            async (services, stop) =>
            {
                var seeder = services.GetService<IDemoSeeder>() ?? throw new RefusedToOperatorException("This build has no demonstration data.");
                if (services.GetRequiredService<SiteMode>().Demo)
                {
                    // Otherwise the incidents would belong to members whom nobody can sign in as.
                    await services.GetRequiredService<IDemoSignIns>().EnsureAsync(stop);
                }

                var wanted = parsed.GetValue(demo);
                var started = Stopwatch.GetTimestamp();
                await seeder.SeedAsync(wanted, parsed.GetValue(seed), new ProgressLine(wanted), stop);
                Console.WriteLine($"{wanted} demonstration incidents were added in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s.");
                return 0;
            },
            cancellationToken));
        return command;
    }
}

/// <summary>One line for every tenth of the work: readable in a log as well as on a screen.</summary>
public sealed class ProgressLine(int total) : IProgress<int>
{
    private int _tenths;

    public void Report(int value)
    {
        var tenths = (int)(value * 10L / Math.Max(total, 1));
        if (tenths > _tenths && tenths < 10)
        {
            _tenths = tenths;
            Console.WriteLine($"{value} of {total}");
        }
    }
}
