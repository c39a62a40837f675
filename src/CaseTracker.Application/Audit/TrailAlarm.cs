using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.FollowUps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseTracker.Application.Audit;

/// <summary>
/// Says that the trail or what it vouches for was changed past the product: a line, and a notice to auditors and administrators,
/// once a day for each kind of fault.
/// </summary>
public sealed partial class TrailAlarm(IServiceScopeFactory scopes, IDatabaseFaults faults, ILogger<TrailAlarm> logger)
{
    /// <summary>Name of the line in the trail.</summary>
    public const string Action = "TrailFault";

    /// <summary>Never fails: whoever calls it says what is wrong in another way as well.</summary>
    public async Task RaiseAsync(TrailFault fault)
    {
        LogFault(logger, fault.Kind, fault.Sequence, fault.Place);
        try
        {
            await StoreAsync(fault);
        }
        catch (DbUpdateException told) when (faults.IsUniqueViolation(told))
        {
            // Another node or the operator found it at the same moment, and told.
        }
#pragma warning disable CA1031 // A database that cannot be written must not hide what was found in it.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            LogNotStored(logger, failed.GetBaseException().GetType().Name);
        }
    }

    private async Task StoreAsync(TrailFault fault)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        var db = scope.ServiceProvider.GetRequiredService<ICaseTrackerDb>();
        var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        var occasion = FormattableString.Invariant($"trail:{scope.ServiceProvider.GetRequiredService<Calendar>().Today:yyyyMMdd}:{(int)fault.Kind}");
        var watching = await db.Members.Where(m => m.IsActive && (m.Role == Role.Auditor || m.Role == Role.Administrator)).Select(m => new { m.Id, m.Role }).ToListAsync();
        var told = await db.Notices.Where(n => n.Key.StartsWith(occasion + ":")).Select(n => n.MemberId).ToListAsync();
        if (watching.Count > 0 && watching.TrueForAll(m => told.Contains(m.Id)))
        {
            return;
        }

        var detail = fault.Sequence is { } line ? FormattableString.Invariant($"Fault.{fault.Kind} line:{line}") : $"Fault.{fault.Kind}";

        // Administrators learn that their database was changed and how, but not of whose case it is.
        db.Notices.AddRange(watching.Where(m => !told.Contains(m.Id))
            .Select(m => Notice.Alarm(m.Id, $"{occasion}:{m.Id.Value:N}", NoticeKind.TrailFault, m.Role == Role.Auditor ? fault.Record : null, detail, work.Now)));
        work.Append(AuditEntry.Of(work.Now, actor: null, Action, AuditOutcome.Done, fault.Record, detail));
        await work.SaveAsync(CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Critical, "The trail does not verify: {Fault}, line {Sequence}, place {Place}. Run the verb `audit verify` and keep this database as it is")]
    private static partial void LogFault(ILogger logger, TrailFaultKind fault, long? sequence, long? place);

    [LoggerMessage(LogLevel.Critical, "The alarm about the trail could not be stored: {Fault}")]
    private static partial void LogNotStored(ILogger logger, string fault);
}
