using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;

namespace CaseTracker.Application.Persistence;

/// <summary>The transaction around one command; for the pipeline and for jobs, not for handlers.</summary>
public interface IUnitOfWork
{
    DateTimeOffset Now { get; }

    Task<ITransaction> BeginAsync(CancellationToken cancellationToken);

    Task SaveAsync(CancellationToken cancellationToken);

    void Append(AuditEntry entry);

    /// <summary>Lets go of everything tracked, so that nothing refused is saved by a later step.</summary>
    void Forget();
}

public interface ITransaction : IAsyncDisposable
{
    Task CommitAsync(CancellationToken cancellationToken);
}

/// <summary>Writes lines of the trail in a transaction of their own, for what changed nothing: denials, refused sign-ins, reads.</summary>
public interface ITrailWriter
{
    Task WriteAsync(MemberId? actor, string action, AuditOutcome outcome, string? subject, string? detail, CancellationToken cancellationToken);

    /// <summary>All of them or none.</summary>
    Task WriteReadsAsync(MemberId? actor, IReadOnlyCollection<Read> reads, CancellationToken cancellationToken);
}

/// <summary>Gives out incident numbers without gaps in a year, one at a time, inside the running transaction.</summary>
public interface IIncidentNumbers
{
    /// <returns>For example <c>CT-2026-00042</c>.</returns>
    Task<string> NextAsync(int year, CancellationToken cancellationToken);
}

/// <summary>The same for campaigns, in a series of their own.</summary>
public interface ICampaignNumbers
{
    /// <returns>For example <c>CP-2026-00007</c>.</returns>
    Task<string> NextAsync(int year, CancellationToken cancellationToken);
}
