using System.Diagnostics;
using CaseTracker.Infrastructure.Hosting;
using CaseTracker.Testing;
using CaseTracker.Testing.Databases;

namespace CaseTracker.Web.IntegrationTests.Canaries;

/// <summary>
/// The built site as its users run it: a process of its own in production, the keys apart from the data, its temporary files
/// and its log where they can be searched. Ended as a power cut would end it.
/// </summary>
public sealed class BuiltSite : IAsyncDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly TestDatabase _database;
    private readonly List<string> _said = [];
    private Process? _process;

    private BuiltSite(TestDatabase database) => _database = database;

    /// <summary>Of everything that is not the data folder: keys, temporary files, home and log.</summary>
    public string Apart { get; } = TemporaryFolder.Create("canaries");

    public string Data => _database.Folder;

    public TestDatabase Database => _database;

    public string Keys => Prepared("keys");

    public string Temporary => Prepared("temp");

    public string Home => Prepared("home");

    public string KeyDatabase => KeysAreApart ? Path.Combine(Keys, "keys.db") : Path.Combine(Data, "keys", "keys.db");

    public string Log => Path.Combine(Apart, "site.log");

    /// <summary>The same after each start; null before the first.</summary>
    public Uri? Address { get; private set; }

    /// <summary>What its console shows, line by line.</summary>
    public IReadOnlyList<string> Said
    {
        get
        {
            lock (_said)
            {
                return [.. _said];
            }
        }
    }

    public static async Task<BuiltSite> CreateAsync(DatabaseProvider provider)
    {
        var site = new BuiltSite(await TestDatabase.CreateAsync(provider));
        if (site.KeysAreApart)
        {
            File.Move(Path.Combine(site.Data, "keys", "keys.db"), site.KeyDatabase);
        }

        return site;
    }

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CaseTracker.Web.dll"), "serve", "--contentRoot", Path.Combine(Repository.Root, "src", "CaseTracker.Web"), "--urls", Address?.ToString() ?? "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Home,
        };
        foreach (var (key, value) in Settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var before = Said.Count;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Address = new Uri((await HeardAsync("CaseTracker is at ", before)).Split(' ')[^1]);
    }

    /// <summary>The line with these words, as soon as the console shows it.</summary>
    /// <param name="after">Number of lines that were said before, which do not count.</param>
    public async Task<string> HeardAsync(string words, int after = 0)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            if (Said.Skip(after).FirstOrDefault(l => l.Contains(words, StringComparison.Ordinal)) is { } line)
            {
                return line;
            }

            Assert.True(_process is { HasExited: false } && Stopwatch.GetElapsedTime(started) < LongestWait, $"The site did not say \"{words}\":\n" + string.Join('\n', Said));
            await Task.Delay(50);
        }
    }

    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        await _database.DisposeAsync();
        TemporaryFolder.Delete(Apart);
    }

    /// <summary>A key database with an address of its own is of the same provider; beside a server's database it is a file in the data folder.</summary>
    private bool KeysAreApart => _database.Provider == DatabaseProvider.Sqlite;

    private IEnumerable<KeyValuePair<string, string?>> Settings => _database.Settings.Concat(new Dictionary<string, string?>
    {
        ["ConnectionStrings:Keys"] = KeysAreApart ? $"Data Source={KeyDatabase}" : null,
        ["Vault:KeyFile"] = Path.Combine(Keys, "vault.key"),
        ["SignIn:AttemptsPerMinute"] = "100000",
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["TMPDIR"] = Temporary,
        ["HOME"] = Home,

        // A socket for debuggers cannot be read as a file.
        ["DOTNET_EnableDiagnostics"] = "0",
    });

    private string Prepared(string name) => Directory.CreateDirectory(Path.Combine(Apart, name)).FullName;

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_said)
        {
            _said.Add(line);
            File.AppendAllText(Log, line + "\n");
        }
    }
}
