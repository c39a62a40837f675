using System.CommandLine;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Infrastructure.Confidentiality;

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

        Console.WriteLine($"{rewrapped} data keys are wrapped with the new key. {Afterwards(services.GetRequiredService<KeySource>().Kind)}");
        return 0;
    }

    private static string Afterwards(KeySourceKind kind) => kind switch
    {
        KeySourceKind.File => "Back up the key file, apart from the databases.",
        KeySourceKind.Configuration => "Put the value of Vault:NextKey into Vault:Key now, take Vault:NextKey away, and keep a copy apart from the databases.",
        _ => "From now on the new passphrase opens the vault.",
    };

    private sealed class Counting : IProgress<int>
    {
        public void Report(int value) => Console.WriteLine($"{value} wrapped");
    }
}
