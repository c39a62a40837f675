using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace CaseTracker.Testing.Databases;

/// <summary>
/// A private PostgreSQL cluster on a random loopback port. A shell holds it and waits on our standard input, so that the
/// server stops and its folder goes however this process ends, a kill included. Or the server that
/// <see cref="Variable"/> names, which somebody else runs.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    private const string Script = """
        bin=$1; folder=$2; port=$3; durable=$4
        "$bin/initdb" -D "$folder/data" -U casetracker -A scram-sha-256 --pwfile="$folder/password" -E UTF8 --locale=C >"$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log"; exit 1; }
        "$bin/pg_ctl" -D "$folder/data" -l "$folder/server.log" -w -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=300 -c fsync=$durable -c synchronous_commit=$durable" start >/dev/null || { cat "$folder/server.log"; exit 1; }
        echo ready
        read -r _
        "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1
        cd / && rm -rf "$folder"
        """;

    /// <summary>Connection string of a server to test on, of an account that may create databases.</summary>
    public const string Variable = "CASETRACKER_TEST_POSTGRESQL";

    private readonly Process? _shell;
    private readonly string _server;

    private PostgresServer(Process? shell, string server)
    {
        _shell = shell;
        _server = server;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    /// <summary>Why no server can be started here; null when one can.</summary>
    public static string? WhyMissing { get; } = Given is not null ? null : OperatingSystem.IsWindows()
        ? "tests on PostgreSQL start their own server through a POSIX shell, which Windows lacks: run them in WSL"
        : Binaries() is null ? "initdb and pg_ctl of PostgreSQL are neither in PATH nor in /usr/lib/postgresql/*/bin: install the postgresql package (no running service is needed)" : null;

    public static bool IsGivenByTheEnvironment => Given is not null;

    public bool IsGiven => _shell is null;

    /// <summary>Path of one of PostgreSQL's own programs, of the same version as the server where that is ours.</summary>
    public static string Program(string name) => Binaries() is { } folder && File.Exists(Path.Combine(folder, name)) ? Path.Combine(folder, name) : name;

    private static string? Given => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server ? server : null;

    /// <param name="durable">False trades the promise to survive a power cut for speed; only fault tests need it.</param>
    /// <exception cref="Xunit.SkipException">PostgreSQL is not installed.</exception>
    public static async Task<PostgresServer> StartAsync(bool durable = false)
    {
        Missing.SkipIf(WhyMissing);
        if (Given is { } server)
        {
            return new PostgresServer(null, server);
        }

        for (var attempt = 1; ; attempt++)
        {
            var (started, output) = await TryStartAsync(durable);
            if (started is not null)
            {
                return started;
            }

            // Between our finding a free port and the server's taking it, somebody else may have.
            if (attempt == 3)
            {
                throw new InvalidOperationException("PostgreSQL did not start:\n" + output);
            }
        }
    }

    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder(_server) { Database = database, IncludeErrorDetail = false }.ToString();

    public async Task ExecuteAsync(string statement, string database = "postgres")
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    public void Dispose()
    {
        if (_shell is null or { HasExited: true })
        {
            return;
        }

        _shell.StandardInput.Close();
        _shell.WaitForExit(TimeSpan.FromSeconds(10));
    }

    private static async Task<(PostgresServer? Server, string Output)> TryStartAsync(bool durable)
    {
        var folder = TemporaryFolder.Create("postgres");
        var password = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        await File.WriteAllTextAsync(Path.Combine(folder, "password"), password);
        var port = FreePort();
        List<string> command = ["sh", "-c", Script, "sh", Binaries()!, folder, $"{port}", durable ? "on" : "off"];
        if (Environment.IsPrivilegedProcess)
        {
            // PostgreSQL refuses to run as root.
            var user = (await File.ReadAllTextAsync("/etc/passwd")).Contains("\npostgres:", StringComparison.Ordinal) ? "postgres" : "nobody";
            await Process.Start("chown", ["-R", user, folder]).WaitForExitAsync();
            command = ["runuser", "-u", user, "--", .. command];
        }

        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = folder };
        var shell = Process.Start(start)!;
        var output = await shell.StandardOutput.ReadLineAsync();
        if (output == "ready")
        {
            return (new PostgresServer(shell, $"Host=127.0.0.1;Port={port};Username=casetracker;Password={password}"), "");
        }

        output += "\n" + await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        TemporaryFolder.Delete(folder);
        return (null, output);
    }

    private static string? Binaries()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var packaged = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(d => Path.Combine(d, "bin")) : [];
        return path.Concat(packaged).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")) && File.Exists(Path.Combine(d, "pg_ctl")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
