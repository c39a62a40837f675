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

    /// <summary>Writes a small file that only the owner can read, all of it or nothing.</summary>
    public static async Task WriteSecretAsync(string path, string content, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var draft = path + ".new";
        await using (var writer = new StreamWriter(draft, options))
        {
            await writer.WriteAsync(content.AsMemory(), cancellationToken);
        }

        File.Move(draft, path, overwrite: true);
    }
}
