namespace CaseTracker.Testing.Databases;

public static class TemporaryFolder
{
    public static string Create(string purpose) => Directory.CreateTempSubdirectory($"casetracker-{purpose}-").FullName;

    /// <summary>Best effort: a file that something still holds must not turn a passed test red; the system empties its own temp folder.</summary>
    public static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"Left behind: {folder} ({e.GetType().Name})");
        }
    }
}
