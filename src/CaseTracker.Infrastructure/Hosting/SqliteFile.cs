using Microsoft.Data.Sqlite;

namespace CaseTracker.Infrastructure.Hosting;

/// <summary>A database file may lie outside the data folder, which is closed to others; then the file itself has to be.</summary>
internal static class SqliteFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Before SQLite makes it for everybody; its log has the mode of the database.</summary>
    public static void CreateForOwner(string connectionString)
    {
        if (DatabaseOptions.PathOf(connectionString) is not { } path || OperatingSystem.IsWindows() || File.Exists(path))
        {
            return;
        }

        using (new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite, UnixCreateMode = OwnerOnly }))
        {
        }

        // Whether there are migrations is asked by a connection that only reads: an empty file would be none that it can set to WAL.
        using var database = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL";
        command.ExecuteNonQuery();
    }

    /// <summary>A group that was let in stays: whoever makes backups may be in it. An account that the file does not belong to leaves it.</summary>
    public static void CloseToOthers(string connectionString)
    {
        if (DatabaseOptions.PathOf(connectionString) is not { } path || OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var file in new[] { path, $"{path}-wal", $"{path}-shm" }.Where(File.Exists))
        {
            try
            {
                if (File.GetUnixFileMode(file) is var mode && (mode & Others) != 0)
                {
                    File.SetUnixFileMode(file, mode & ~Others);
                }
            }
            catch (UnauthorizedAccessException)
            {
                // Not ours to change.
            }
        }
    }
}
