using System.Diagnostics;
using CaseTracker.Testing.Databases;
using Microsoft.Data.Sqlite;

namespace CaseTracker.Web.IntegrationTests.CommandLine;

/// <summary>Runs the executable as an operator does: a process of its own, in production, on a data folder of its own.</summary>
public sealed class Console : IDisposable
{
    public string Folder { get; } = TemporaryFolder.Create("command-line");

    private string Settings => $"--Data:Directory={Folder}";

    public string Database => Path.Combine(Folder, "casetracker.db");

    public Task<(int Code, string Said)> RunAsync(params string[] words) => RunAsync(words, ownFolder: true);

    /// <param name="words">Verb and options.</param>
    /// <param name="ownFolder">False if the words name a data folder.</param>
    public async Task<(int Code, string Said)> RunAsync(string[] words, bool ownFolder)
    {
        using var process = Start(ownFolder ? [.. words, Settings] : words);
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said + await errors);
    }

    /// <summary>Kills it without a warning as soon as it has said one whole line that holds these words.</summary>
    /// <returns>Whether it was still at work then.</returns>
    public async Task<bool> KillAfterAsync(string said, params string[] words)
    {
        using var process = Start([.. words, Settings]);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains(said, StringComparison.Ordinal))
            {
                process.Kill();
                break;
            }
        }

        await process.WaitForExitAsync();
        return process.ExitCode != 0;
    }

    private Process Start(string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CaseTracker.Web.dll"), .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Logging__LogLevel__Default"] = "Error";
        return Process.Start(start)!;
    }

    public List<string> Read(string query)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A test's own words.
        command.CommandText = query;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetValue(0).ToString()!);
        }

        return rows;
    }

    public void Dispose() => TemporaryFolder.Delete(Folder);
}
