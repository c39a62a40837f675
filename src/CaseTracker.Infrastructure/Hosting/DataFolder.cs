using System.Text;

namespace CaseTracker.Infrastructure.Hosting;

/// <summary>The data folder is for the account that runs CaseTracker, and for nobody else on the machine.</summary>
public static class DataFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static DirectoryInfo Prepare(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(path);
        }

        var folder = Directory.CreateDirectory(path, OwnerOnly);

        // A folder that was there before may be open to others.
        File.SetUnixFileMode(path, OwnerOnly);
        return folder;
    }

    /// <summary>For a folder that is not ours alone, such as /etc: what is missing is made for the owner, and what is there keeps its mode.</summary>
    public static void CreateMissing(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly);
        }
    }

    /// <summary>Writes a small file that only the owner can read, all of it or nothing.</summary>
    public static async Task WriteSecretAsync(string path, string content, CancellationToken cancellationToken) =>
        Move(await DraftAsync(path + ".new", content, cancellationToken), path, overwrite: true);

    /// <summary>The same for what must never be overwritten: if the file is there already, it stays as it is.</summary>
    public static async Task WriteNewSecretAsync(string path, string content, CancellationToken cancellationToken)
    {
        var draft = await DraftAsync($"{path}.{Guid.NewGuid():N}", content, cancellationToken);
        try
        {
            Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }

    /// <summary>Gives a file its name for good: without the second step a power cut can take the new name back.</summary>
    public static void Move(string from, string to, bool overwrite)
    {
        File.Move(from, to, overwrite);
        FolderFlush.ToDisk(Path.GetDirectoryName(to)!);
    }

    private static async Task<string> DraftAsync(string draft, string content, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        // On the disk before it gets its name: the database is flushed, so after a power cut a key that is named and empty would
        // be the end of what it opens.
        await using var file = new FileStream(draft, options);
        await file.WriteAsync(Encoding.UTF8.GetBytes(content), cancellationToken);
        file.Flush(flushToDisk: true);
        return draft;
    }
}
