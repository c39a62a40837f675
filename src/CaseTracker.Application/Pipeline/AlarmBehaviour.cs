using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using MediatR;

namespace CaseTracker.Application.Pipeline;

/// <summary>Whatever opens a sealed value that does not open fails; outside every transaction of it, the alarm is raised.</summary>
public sealed class AlarmBehaviour<TRequest, TAnswer>(CurrentActor current, SealAlarm alarm) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>
{
    public async Task<TAnswer> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        try
        {
            return await next();
        }
        catch (SealBrokenException broken)
        {
            await alarm.RaiseAsync(current.Actor.Id, broken);
            throw;
        }
    }
}
