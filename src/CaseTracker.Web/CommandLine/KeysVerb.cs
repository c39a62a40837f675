using System.CommandLine;
using CaseTracker.Application.Confidentiality;

namespace CaseTracker.Web.CommandLine;

public static class KeysVerb
{
    public static Command Command(HostBuilding hosts)
    {
        var rotate = new Command("rotate", "Puts a new key-encryption key in the place of the old one. Interrupted, it goes on when run again.");
        rotate.SetAction((_, cancellationToken) => hosts.WithDatabaseAsync(RotateAsync, cancellationToken));
        return new Command("keys", "Keeps the keys of the vault.") { rotate };
    }

    private static async Task<int> RotateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        int rewrapped;
        try
        {
            rewrapped = await services.GetRequiredService<IVaultDoor>().RotateAsync(new Counting(), cancellationToken);
        }
        catch (InvalidOperationException refused)
        {
            throw new RefusedToOperatorException(refused.Message);
        }

        Console.WriteLine($"{rewrapped} data keys are wrapped with the new key. {services.GetRequiredService<IVaultDoor>().AfterRotation}");
        return 0;
    }

    private sealed class Counting : IProgress<int>
    {
        public void Report(int value) => Console.WriteLine($"{value} wrapped");
    }
}
