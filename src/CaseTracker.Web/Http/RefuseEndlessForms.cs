using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CaseTracker.Web.Http;

/// <summary>
/// Answers 400 to a form with more rows than any page of ours offers, or with rows in an order that none of ours uses:
/// binding them would fail beyond 1,024, and showing them again would cost the processor a minute.
/// </summary>
public sealed partial class RefuseEndlessForms : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;

        // The page that says so is shown for the same form.
        var isAnswer = http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;
        if (!isAnswer && http.Request.HasFormContentType && (await http.Request.ReadFormAsync(http.RequestAborted)).Keys.Any(IsEndless))
        {
            context.Result = new BadRequestResult();
            return;
        }

        await next();
    }

    private static bool IsEndless(string name) => Endless().IsMatch(name);

    /// <summary>An index of three digits or more, or a list of indices of the sender's own.</summary>
    [GeneratedRegex(@"\[[0-9]{3,}\]|\.index$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Endless();
}
