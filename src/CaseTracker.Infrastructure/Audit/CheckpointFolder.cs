using System.Globalization;
using CaseTracker.Domain.Audit;
using CaseTracker.Infrastructure.Hosting;

namespace CaseTracker.Infrastructure.Audit;

/// <summary>The checkpoints that this node made, in its data folder: beside the database, so for a copy elsewhere there is the verb.</summary>
internal sealed class CheckpointFolder(DatabaseOptions options)
{
    private const string Pattern = "*.checkpoint";

    private string Folder => Path.Combine(options.DataDirectory, "checkpoints");

    public async Task<KeptCheckpoints> ReadAsync(CancellationToken cancellationToken)
    {
        var (found, unreadable) = (new List<Checkpoint>(), 0);
        IEnumerable<string> files = Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, Pattern).Order(StringComparer.Ordinal) : [];
        foreach (var file in files)
        {
            if (await ReadAsync(file, cancellationToken) is { } checkpoint)
            {
                found.Add(checkpoint);
            }
            else
            {
                unreadable++;
            }
        }

        return new(found, unreadable);
    }

    public async Task KeepAsync(string checkpoint, DateTimeOffset at, CancellationToken cancellationToken)
    {
        DataFolder.Prepare(Folder);
        var name = at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture) + Pattern[1..];
        await DataFolder.WriteSecretAsync(Path.Combine(Folder, name), checkpoint, cancellationToken);
    }

    private static async Task<Checkpoint?> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return new FileInfo(file).Length > 4L * Checkpoint.TextLimit ? null : Checkpoint.Read(await File.ReadAllTextAsync(file, cancellationToken));
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

/// <param name="Unreadable">How many files beside them are no checkpoints any more: this installation wrote them, so somebody has altered them.</param>
internal sealed record KeptCheckpoints(IReadOnlyList<Checkpoint> Found, int Unreadable);
