using System.Globalization;
using CaseTracker.Domain.Audit;
using CaseTracker.Infrastructure.Hosting;

namespace CaseTracker.Infrastructure.Audit;

/// <summary>The checkpoints that this node made, in its data folder: beside the database, so for a copy elsewhere there is the verb.</summary>
internal sealed class CheckpointFolder(DatabaseOptions options)
{
    private const string Pattern = "*.checkpoint";

    private string Folder => Path.Combine(options.DataDirectory, "checkpoints");

    /// <exception cref="InvalidDataException">A file in the folder is no checkpoint any more.</exception>
    public async Task<IReadOnlyList<Checkpoint>> ReadAsync(CancellationToken cancellationToken)
    {
        var found = new List<Checkpoint>();
        if (!Directory.Exists(Folder))
        {
            return found;
        }

        foreach (var file in Directory.EnumerateFiles(Folder, Pattern).Order(StringComparer.Ordinal))
        {
            found.Add(Checkpoint.Read(await File.ReadAllTextAsync(file, cancellationToken))
                ?? throw new InvalidDataException($"{file} is no checkpoint, or was changed. It was written by this installation, so somebody has altered it; keep it and look into who could."));
        }

        return found;
    }

    public async Task KeepAsync(string checkpoint, DateTimeOffset at, CancellationToken cancellationToken)
    {
        DataFolder.Prepare(Folder);
        var name = at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture) + Pattern[1..];
        await DataFolder.WriteSecretAsync(Path.Combine(Folder, name), checkpoint, cancellationToken);
    }
}
