using System.Security.Cryptography;
using System.Text;
using CaseTracker.Infrastructure.Hosting;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Infrastructure.Access;

/// <summary>
/// Counts what is tried for an account from a source. Five wrong answers close the account to that source for a quarter of
/// an hour and to nobody else, so that a stranger cannot lock anybody out. See docs/adr/0008.
/// </summary>
/// <remarks>A context of its own: a count must stay when what was tried is rolled back.</remarks>
internal sealed class Attempts(IServiceScopeFactory scopes, DatabaseOptions database, TimeProvider time)
{
    public const int Most = 5;

    public static readonly TimeSpan ClosedFor = TimeSpan.FromMinutes(15);

    /// <summary>What fails from all sources together is counted for this long.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private readonly Lazy<byte[]> _key = new(() => KeyIn(database.DataDirectory));

    /// <summary>Counted before the answer is looked at, so that many at once are no way around the limit.</summary>
    /// <returns>False if the account is closed to this source.</returns>
    public async Task<bool> TryAsync(string kind, string account, string source, CancellationToken cancellationToken)
    {
        var (key, now) = (KeyOf(kind, account, source), time.GetUtcNow());
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseTrackerDbContext>();
        return await CountAsync(db, key, now, cancellationToken)
            || await BeginAsync(db, key, now, cancellationToken)

            // Another request may have begun the same count in between.
            || await CountAsync(db, key, now, cancellationToken);
    }

    /// <summary>The right answer makes up for the wrong ones before it.</summary>
    public async Task ForgetAsync(string kind, string account, string source, CancellationToken cancellationToken)
    {
        var key = KeyOf(kind, account, source);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CaseTrackerDbContext>().Attempts.Where(a => a.Key == key).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>A wrong answer, wherever it came from.</summary>
    public async Task FailedAsync(string kind, string account, CancellationToken cancellationToken)
    {
        var (key, now) = (KeyOf(kind, account, source: null), time.GetUtcNow());
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseTrackerDbContext>();
        var open = now - Remembered;
        var counted = await db.Attempts.Where(a => a.Key == key)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.Count, a => a.Since > open ? a.Count + 1 : 1).SetProperty(a => a.Since, a => a.Since > open ? a.Since : now), cancellationToken);
        if (counted == 0)
        {
            await BeginAsync(db, key, now, cancellationToken);
        }
    }

    /// <returns>How many wrong answers there were within the hour, from all sources together.</returns>
    public async Task<int> FailuresAsync(string kind, string account, CancellationToken cancellationToken)
    {
        var (key, open) = (KeyOf(kind, account, source: null), time.GetUtcNow() - Remembered);
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CaseTrackerDbContext>().Attempts.Where(a => a.Key == key && a.Since > open).Select(a => a.Count).SingleOrDefaultAsync(cancellationToken);
    }

    /// <returns>False if it was used before.</returns>
    public async Task<bool> UseOnceAsync(string what, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await BeginAsync(scope.ServiceProvider.GetRequiredService<CaseTrackerDbContext>(), KeyOf("once", what, source: null), time.GetUtcNow(), cancellationToken);
    }

    private static async Task<bool> CountAsync(CaseTrackerDbContext db, string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = now - ClosedFor;
        return await db.Attempts.Where(a => a.Key == key && a.Since > open && a.Count < Most)
                .ExecuteUpdateAsync(s => s.SetProperty(a => a.Count, a => a.Count + 1).SetProperty(a => a.Since, a => a.Count == Most - 1 ? now : a.Since), cancellationToken) == 1
            || await db.Attempts.Where(a => a.Key == key && a.Since <= open)
                .ExecuteUpdateAsync(s => s.SetProperty(a => a.Count, 1).SetProperty(a => a.Since, now), cancellationToken) == 1;
    }

    private static async Task<bool> BeginAsync(CaseTrackerDbContext db, string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stale = now - Remembered;
        await db.Attempts.Where(a => a.Since < stale).ExecuteDeleteAsync(cancellationToken);
        db.Attempts.Add(new SignInAttempt { Key = key, Count = 1, Since = now });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another request was first with the same key, or the database takes nothing: closed in both cases.
            return false;
        }
    }

    private static byte[] KeyIn(string directory)
    {
        var path = Path.Combine(DataFolder.Prepare(Path.Combine(directory, "keys")).FullName, "attempts.key");
        if (!File.Exists(path))
        {
            var draft = $"{path}.{Guid.NewGuid():N}";
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var file = new FileStream(draft, options))
            {
                file.Write(RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes));
            }

            try
            {
                File.Move(draft, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another node came first, and its key is everybody's.
                File.Delete(draft);
            }
        }

        return File.ReadAllBytes(path);
    }

    private string KeyOf(string kind, string account, string? source) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes($"{kind}\n{account.Trim().ToUpperInvariant()}\n{(source is null ? "any" : $"from {source}")}")));
}
