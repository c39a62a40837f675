using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Pipeline;

/// <summary>
/// One command, one transaction, one line in the trail: all are stored, or none. A refusal stores nothing but the trace
/// of an attempt on a record that is not the actor's to see or to change. What a query has read is not answered without its line.
/// </summary>
public sealed class TransactBehaviour<TRequest, TAnswer>(IUnitOfWork work, CurrentActor current, Trail trail, ITrailWriter writer, ReadTrail reads) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>
    where TAnswer : IRefusable<TAnswer>
{
    public async Task<TAnswer> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        trail.Clear();
        var answer = request is ICommand<TAnswer> ? await TransactAsync(next, cancellationToken) : await next();
        if (answer.Refusals.Any(r => r.Kind is RefusalKind.NotFound or RefusalKind.Forbidden))
        {
            await writer.WriteAsync(current.Actor.Id, typeof(TRequest).Name, AuditOutcome.Denied, trail.Subject, trail.Detail, cancellationToken);
        }

        if (answer.Refusals.Count == 0)
        {
            await TraceReadAsync(request, answer, cancellationToken);
        }

        return answer;
    }

    private async Task TraceReadAsync(TRequest request, TAnswer answer, CancellationToken cancellationToken)
    {
        var read = request as ITracedRead<TAnswer>;
        var opened = read?.RecordsIn(answer).ToList() ?? [];
        foreach (var record in opened)
        {
            await reads.OpenedAsync(typeof(TRequest).Name, record, read!.IsFrame, cancellationToken);
        }

        if (opened.Count == 0 && request is ITracedList<TAnswer> list)
        {
            await reads.ListedAsync(typeof(TRequest).Name, list.RowsIn(answer), cancellationToken);
        }
    }

    private async Task<TAnswer> TransactAsync(RequestHandlerDelegate<TAnswer> next, CancellationToken cancellationToken)
    {
        try
        {
            return await AttemptAsync(next, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another request stored the same key between our looking for it and our writing it (one form sent twice at once).
            // Run again, the use case finds what is there; what was no such race fails the same way a second time.
            work.Forget();
            return await AttemptAsync(next, cancellationToken);
        }
    }

    private async Task<TAnswer> AttemptAsync(RequestHandlerDelegate<TAnswer> next, CancellationToken cancellationToken)
    {
        await using var transaction = await work.BeginAsync(cancellationToken);
        try
        {
            var answer = await next();
            if (answer.Refusals.Count > 0)
            {
                work.Forget();
                return answer;
            }

            work.Append(AuditEntry.Of(work.Now, current.Actor.Id, typeof(TRequest).Name, AuditOutcome.Done, trail.Subject, trail.Detail));
            await work.SaveAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            reads.Covered(trail.Subject);
            return answer;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else's change was stored between our reading and our writing: the same answer as an outdated screen.
            work.Forget();
            return TAnswer.Refused([SharedErrors.StaleVersion]);
        }
    }
}
