using System.CommandLine;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Audit;

namespace CaseTracker.Web.CommandLine;

public static class KeysVerb
{
    /// <summary>As the trail names it.</summary>
    public const string Action = "RotateKeys";

    public static Command Command(HostBuilding hosts)
    {
        var rotate = new Command("rotate", "Puts a new key-encryption key in the place of the old one. Interrupted, it goes on when run again.");
        rotate.SetAction((_, cancellationToken) => hosts.WithDatabaseAsync(RotateAsync, cancellationToken));
        return new Command("keys", "Keeps the keys of the vault.") { rotate };
    }

    private static async Task<int> RotateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var (door, trail) = (services.GetRequiredService<IVaultDoor>(), services.GetRequiredService<ITrailWriter>());

        // The keys are in a database of their own: one line before anything of it changes, and one of what came of it.
        await trail.WriteAsync(actor: null, Action, AuditOutcome.Done, subject: null, "begun", cancellationToken);
        Rotation rotation;
        try
        {
            rotation = await door.RotateAsync(new Counting(), cancellationToken);
        }
        catch (InvalidOperationException refused)
        {
            await trail.WriteAsync(actor: null, Action, AuditOutcome.Refused, subject: null, detail: null, cancellationToken);
            throw new RefusedToOperatorException(refused.Message);
        }

        await trail.WriteAsync(actor: null, Action, AuditOutcome.Done, subject: null, FormattableString.Invariant($"wrapped:{rotation.Keys} altered:{rotation.Altered.Count}"), cancellationToken);
        Console.WriteLine($"{rotation.Keys} data keys are wrapped with the new key. {door.AfterRotation}");
        if (rotation.Altered.Count > 0)
        {
            await TellAsync(services.GetRequiredService<SealAlarm>(), rotation.Altered);
            Console.WriteLine($"{rotation.Altered.Count} wrapped keys do not open: they were altered, or come from another place or time. They were passed over and kept as they are, and auditors and administrators are told. Compare the key database with its backups.");
        }

        return 0;
    }

    private static async Task TellAsync(SealAlarm alarm, IEnumerable<KeyOwner> altered)
    {
        foreach (var owner in altered)
        {
            await alarm.RaiseAsync(actor: null, SealBrokenException.OfKey(owner));
        }
    }

    private sealed class Counting : IProgress<int>
    {
        public void Report(int value) => Console.WriteLine($"{value} wrapped");
    }
}
