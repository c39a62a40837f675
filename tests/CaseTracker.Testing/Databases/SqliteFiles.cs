using CaseTracker.Infrastructure.Hosting;
using Microsoft.Data.Sqlite;

namespace CaseTracker.Testing.Databases;

/// <summary>A file in a temporary folder, copied from a template that was migrated once.</summary>
internal static class SqliteFiles
{
    private static readonly Lazy<Task<(byte[] Data, byte[] Keys)>> FilledTemplate = new(FillTemplateAsync);

    public static async Task<TestDatabase> CreateAsync()
    {
        var (data, keys) = await FilledTemplate.Value;
        var folder = TemporaryFolder.Create("sqlite");
        var file = Path.Combine(folder, "casetracker.db");
        await File.WriteAllBytesAsync(file, data);
        await Template.WriteKeysAsync(folder, keys);
        var connection = $"Data Source={file}";
        return new(DatabaseProvider.Sqlite, connection, folder, () =>
        {
            SqliteConnection.ClearAllPools();
            return ValueTask.CompletedTask;
        });
    }

    private static async Task<(byte[] Data, byte[] Keys)> FillTemplateAsync()
    {
        var folder = TemporaryFolder.Create("template");
        var file = Path.Combine(folder, "template.db");

        // Without pooling the last connection takes the write-ahead log into the file when it closes, so that one file is all there is.
        var connection = $"Data Source={file};Pooling=False";
        var keys = await Template.FillAsync(new Dictionary<string, string?>
        {
            ["Database:Provider"] = nameof(DatabaseProvider.Sqlite),
            ["ConnectionStrings:CaseTracker"] = connection,
            ["Data:Directory"] = folder,
        });
        var content = await File.ReadAllBytesAsync(file);
        TemporaryFolder.Delete(folder);
        return (content, keys);
    }
}
