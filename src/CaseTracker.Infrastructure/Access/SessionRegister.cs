using System.Data.Common;
using CaseTracker.Application.Access;
using CaseTracker.Domain.Access;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CaseTracker.Infrastructure.Access;

internal sealed partial class SessionRegister(CaseTrackerDbContext db, TimeProvider time, ILogger<SessionRegister> logger) : ISessions
{
    /// <summary>How exactly it is known when a session was last in use; a write for every request would be too many.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);

    public async Task<OpenSession?> FindAsync(Guid id, MemberId member, CancellationToken cancellationToken)
    {
        var found = await Open(member).Where(s => s.Id == id).Select(s => new { s.Assurance, s.ConfirmedAt, s.LastSeenAt }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var now = time.GetUtcNow();
        if (now - found.LastSeenAt >= Grain)
        {
            await NoteAsync(id, now, cancellationToken);
        }

        return new OpenSession(id, member, found.Assurance, found.ConfirmedAt);
    }

    public async Task<IReadOnlyList<SessionView>> ListAsync(MemberId member, CancellationToken cancellationToken) =>
        await Open(member).OrderByDescending(s => s.LastSeenAt).ThenBy(s => s.Id).Select(s => new SessionView(s.Id, s.Browser, s.System, s.StartedAt, s.LastSeenAt)).ToListAsync(cancellationToken);

    public async Task<bool> EndAsync(MemberId member, Guid id, CancellationToken cancellationToken) =>
        await db.Sessions.Where(s => s.MemberId == member && s.Id == id).ExecuteDeleteAsync(cancellationToken) == 1;

    public Task<int> EndAllAsync(MemberId member, Guid? except, CancellationToken cancellationToken) =>
        db.Sessions.Where(s => s.MemberId == member && s.Id != except).ExecuteDeleteAsync(cancellationToken);

    public async Task ConfirmAsync(Guid id, Assurance assurance, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await db.Sessions.Where(s => s.Id == id)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.ConfirmedAt, now).SetProperty(x => x.Assurance, x => x.Assurance > assurance ? x.Assurance : assurance), cancellationToken);
    }

    /// <summary>A new one, for <see cref="SessionOpening"/>; what has long ended is cleared away on the occasion.</summary>
    public async Task<Guid> BeginAsync(MemberId member, Assurance assurance, (string Browser, string System) device, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var oldest = now - OpenSession.Longest;
        await db.Sessions.Where(s => s.StartedAt < oldest).ExecuteDeleteAsync(cancellationToken);
        var session = new SignInSession
        {
            Id = Guid.NewGuid(),
            MemberId = member,
            Browser = device.Browser,
            System = device.System,
            Assurance = assurance,
            StartedAt = now,
            LastSeenAt = now,
            ConfirmedAt = now,
        };
        db.Sessions.Add(session);
        await db.SaveChangesAsync(cancellationToken);
        return session.Id;
    }

    private IQueryable<SignInSession> Open(MemberId member)
    {
        var (oldest, idlest) = (time.GetUtcNow() - OpenSession.Longest, time.GetUtcNow() - OpenSession.Idle - Grain);
        return db.Sessions.AsNoTracking().Where(s => s.MemberId == member && s.StartedAt > oldest && s.LastSeenAt > idlest);
    }

    private async Task NoteAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now), cancellationToken);
        }
        catch (DbException fault)
        {
            // A full disk must not keep people from reading; at worst the session ends sooner.
            LogNotNoted(logger, fault.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "That a session is in use could not be written: {Fault}")]
    private static partial void LogNotNoted(ILogger logger, string fault);
}
