using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;

namespace CaseTracker.Web.Hosting;

/// <summary>What opens sealed values without a use case, such as a sign-in the key of an app, raises the alarm as well. The answer stays that of any fault.</summary>
public sealed class BrokenSeals(RequestDelegate next, SealAlarm alarm)
{
    public async Task InvokeAsync(HttpContext context, CurrentActor current)
    {
        try
        {
            await next(context);
        }
        catch (SealBrokenException broken)
        {
            await alarm.RaiseAsync(current.Actor.Id, broken);
            throw;
        }
    }
}
