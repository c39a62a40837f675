using System.CommandLine;
using CaseTracker.Application.Audit;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Audit;

namespace CaseTracker.Web.CommandLine;

/// <summary>What the operator, or whoever audits them, asks of the trail.</summary>
public static class AuditVerb
{
    /// <summary>As the trail names it.</summary>
    public const string SignAction = "SignCheckpoint";

    public static Command Command(HostBuilding hosts) =>
        new("audit", "Signs where the trail stands, and finds out whether anybody changed it.") { Checkpoint(hosts), Verify(hosts) };

    private static Command Checkpoint(HostBuilding hosts)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Where to write it. Keep it where whoever runs the database cannot change it." };
        var command = new Command("checkpoint", "Seals the trail and writes a signed checkpoint of it.") { file };
        command.SetAction((parsed, cancellationToken) => hosts.WithDatabaseAsync(
            (services, stop) => CheckpointAsync(services, parsed.GetRequiredValue(file), stop),
            cancellationToken,
            needsVault: false));
        return command;
    }

    private static Command Verify(HostBuilding hosts)
    {
        var kept = new Option<FileInfo?>("--checkpoint") { Description = "A checkpoint that was kept elsewhere: the trail must continue it.", HelpName = "FILE" };
        var command = new Command("verify", "Verifies the whole trail, and names the first thing that is wrong.") { kept };
        command.SetAction((parsed, cancellationToken) => hosts.WithDatabaseAsync(
            (services, stop) => VerifyAsync(services, parsed.GetValue(kept), stop),
            cancellationToken,
            needsVault: false));
        return command;
    }

    private static async Task<int> CheckpointAsync(IServiceProvider services, FileInfo file, CancellationToken cancellationToken)
    {
        if (file.Exists)
        {
            throw new RefusedToOperatorException($"{file.FullName} is there already. A kept checkpoint is never overwritten: choose another name.");
        }

        try
        {
            // Before, so that the checkpoint covers it: that one was signed is true even if the file cannot be written.
            await services.GetRequiredService<ITrailWriter>().WriteAsync(actor: null, SignAction, AuditOutcome.Done, subject: null, detail: null, cancellationToken);
            var text = await services.GetRequiredService<ITrailProof>().CheckpointAsync(cancellationToken);
            await File.WriteAllTextAsync(file.FullName, text, cancellationToken);
            var checkpoint = Domain.Audit.Checkpoint.Read(text)!;
            Console.WriteLine($"{file.FullName}: {checkpoint.Size} lines, root {Convert.ToBase64String(checkpoint.Root)}, signed by key {checkpoint.KeyName}.");
            return 0;
        }
        catch (InvalidOperationException altered)
        {
            throw new RefusedToOperatorException(altered.Message);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RefusedToOperatorException($"{file.FullName} cannot be written: {fault.Message}");
        }
    }

    private static async Task<int> VerifyAsync(IServiceProvider services, FileInfo? file, CancellationToken cancellationToken)
    {
        var kept = file is null ? null : await ReadAsync(file, cancellationToken);
        var proof = services.GetRequiredService<ITrailProof>();
        var steps = await proof.StepsAsync(cancellationToken);
        var verdict = await proof.VerifyAsync(kept is null ? [] : [kept], new ProgressLine((int)Math.Min(steps, int.MaxValue)), cancellationToken);
        if (verdict.Fault is { } fault)
        {
            await services.GetRequiredService<TrailAlarm>().RaiseAsync(fault);
            throw new RefusedToOperatorException($"The trail does not verify. {TrailFaultSentence.Of(fault)}");
        }

        Console.WriteLine($"The trail verifies: {verdict.Sealed} lines in the tree, {verdict.Waiting} not sealed yet, {verdict.Checkpoints} kept checkpoints continued.");
        Console.WriteLine($"The records are as they were last written: {verdict.Rows} rows compared.");
        if (verdict.Checkpoints == 0)
        {
            Console.WriteLine("Nothing was kept to compare it with: a whole older database put in its place would verify too. Make a checkpoint and keep it elsewhere.");
        }

        if (services.GetRequiredService<IDatabaseSetup>().Provider != "Sqlite" && verdict.Waiting > 0)
        {
            Console.WriteLine("Lines that were taken out before they were sealed leave no trace in this database.");
        }

        return 0;
    }

    private static async Task<Checkpoint> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            throw new RefusedToOperatorException($"There is no file {file.FullName}.");
        }

        return (file.Length > 4L * Domain.Audit.Checkpoint.TextLimit ? null : Domain.Audit.Checkpoint.Read(await File.ReadAllTextAsync(file.FullName, cancellationToken)))
            ?? throw new RefusedToOperatorException($"{file.FullName} is no checkpoint, or its signature does not match it.");
    }
}
