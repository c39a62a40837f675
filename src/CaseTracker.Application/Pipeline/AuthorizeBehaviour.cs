using System.Reflection;
using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Pipeline;

/// <summary>May this actor's role do this at all? The handler still checks the loaded record. A use case that declares nothing is refused.</summary>
public sealed class AuthorizeBehaviour<TRequest, TAnswer>(CurrentActor current, ITrailWriter trail) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>
    where TAnswer : IRefusable<TAnswer>
{
    private static readonly Permission? Needed = typeof(TRequest).GetCustomAttribute<RequiresAttribute>()?.Permission;

    public async Task<TAnswer> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        if (current.Actor.IsSystem || (Needed is { } needed && current.Actor.May(needed)))
        {
            return await next();
        }

        await trail.WriteAsync(current.Actor.Id, typeof(TRequest).Name, AuditOutcome.Denied, subject: null, detail: null, cancellationToken);
        return TAnswer.Refused([SharedErrors.Forbidden]);
    }
}
