using CaseTracker.Application.Pipeline;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CaseTracker.Web.Hosting;

/// <summary>
/// Writes what a page has read to the trail, in one transaction, before anything of the page leaves. If it cannot be
/// written, the answer is that something went wrong, and nothing of what was read.
/// </summary>
public sealed class ReadsBeforeAnswers : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var reads = context.HttpContext.RequestServices.GetRequiredService<ReadTrail>();
        reads.Hold();
        if ((await next()).Exception is null)
        {
            await reads.WriteAsync(context.HttpContext.RequestAborted);
        }
    }
}
