using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using MediatR;

namespace CaseTracker.Application.Pipeline;

/// <summary>Fills a form whose answer replaces what is stored: a sealed value that does not open must not be replaced by the word that stands for it.</summary>
public interface IFillsAForm;

/// <summary>
/// A sealed value that does not open is shown by nobody. A query goes on without it, a change fails; outside every
/// transaction of theirs, the alarm is raised.
/// </summary>
public sealed class AlarmBehaviour<TRequest, TAnswer>(CurrentActor current, SealAlarm alarm) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>
{
    private static readonly bool Changes =
        typeof(IFillsAForm).IsAssignableFrom(typeof(TRequest)) || typeof(TRequest).GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>));

    public async Task<TAnswer> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        var met = SealsMet.Watch(Changes);
        try
        {
            return await next();
        }
        catch (SealBrokenException broken)
        {
            await alarm.RaiseAsync(current.Actor.Id, broken);
            throw;
        }
        finally
        {
            foreach (var broken in met.Found)
            {
                await alarm.RaiseAsync(current.Actor.Id, broken);
            }
        }
    }
}
