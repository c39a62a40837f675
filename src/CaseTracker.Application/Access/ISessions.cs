using CaseTracker.Domain.Access;

namespace CaseTracker.Application.Access;

/// <summary>Every session is kept here as well as in its cookie, and asked for with every request: one that was ended is gone at once.</summary>
public interface ISessions
{
    /// <summary>Also notes, once a minute, that it is in use.</summary>
    /// <returns>Null if it was ended, is too old, or was left alone for too long.</returns>
    Task<OpenSession?> FindAsync(Guid id, MemberId member, CancellationToken cancellationToken);

    /// <summary>Those that are open, the latest first.</summary>
    Task<IReadOnlyList<SessionView>> ListAsync(MemberId member, CancellationToken cancellationToken);

    /// <returns>False if the member has no such session.</returns>
    Task<bool> EndAsync(MemberId member, Guid id, CancellationToken cancellationToken);

    /// <param name="member">Whose.</param>
    /// <param name="except">The one to be left open, if any.</param>
    /// <param name="cancellationToken">Of the request.</param>
    /// <returns>How many were ended.</returns>
    Task<int> EndAllAsync(MemberId member, Guid? except, CancellationToken cancellationToken);

    /// <summary>Somebody has just proved again who they are.</summary>
    Task ConfirmAsync(Guid id, Assurance assurance, CancellationToken cancellationToken);
}

/// <param name="Browser">Family only, such as <c>Firefox</c>; empty if it is none of the common ones.</param>
/// <param name="System">Family only, such as <c>Android</c>; empty likewise.</param>
public sealed record SessionView(Guid Id, string Browser, string System, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt);
