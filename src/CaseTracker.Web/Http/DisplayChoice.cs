using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace CaseTracker.Web.Http;

/// <summary>
/// Somebody chose a language or colours in the middle of a form: the form came along, and comes back as it was typed.
/// Nothing of it is checked or stored.
/// </summary>
/// <param name="Name">What was chosen: <c>language</c> or <c>theme</c>.</param>
public sealed record DisplayChoice(string Name, string Value)
{
    /// <summary>The buttons of the header belong to the page's main form and send this with it.</summary>
    public const string Field = "display";

    public static DisplayChoice? Read(string? sent) => sent?.Split('-') is [var name, var value] ? new(name, value) : null;
}

/// <summary>Lets the choice hold for the answer already. It comes after the permission, and like any post needs the proof of our own form.</summary>
public sealed class DisplayChoices(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (await ReadAsync(context, antiforgery) is { } chosen)
        {
            Preferences.Choose(context, chosen);
            context.Features.Set(chosen);
        }

        await next(context);
    }

    private static async Task<DisplayChoice?> ReadAsync(HttpContext context, IAntiforgery antiforgery)
    {
        var isForm = HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType
            && context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null
            && context.Features.Get<IStatusCodeReExecuteFeature>() is null && context.Features.Get<IExceptionHandlerFeature>() is null;
        return isForm && DisplayChoice.Read((await context.Request.ReadFormAsync(context.RequestAborted))[DisplayChoice.Field]) is { } chosen && await antiforgery.IsRequestValidAsync(context)
            ? chosen
            : null;
    }
}

/// <summary>
/// Shows the form as its page first does, holding what was sent. A page that keeps or carries more than that says how in a
/// handler of its own, <c>OnPostAgain</c>.
/// </summary>
public sealed class ShowFormAgain : IAsyncPageFilter
{
    private const string Own = "Again";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context)
    {
        if (context.HttpContext.Features.Get<DisplayChoice>() is not null)
        {
            var handlers = context.ActionDescriptor.HandlerMethods;
            context.HandlerMethod = handlers.FirstOrDefault(h => h.Name == Own) ?? handlers.FirstOrDefault(h => HttpMethods.IsGet(h.HttpMethod) && h.Name is null);
        }

        return Task.CompletedTask;
    }

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HttpContext.Features.Get<DisplayChoice>() is null)
        {
            await next();
            return;
        }

        // Half-typed is not wrong.
        foreach (var (name, entry) in context.ModelState)
        {
            entry!.Errors.Clear();
            context.ModelState.MarkFieldSkipped(name);
        }

        var typed = context.ActionDescriptor.BoundProperties.OfType<PageBoundPropertyDescriptor>()
            .Select(bound => (bound.Property, Value: bound.Property.GetValue(context.HandlerInstance)))
            .ToList();
        if ((await next()).Result is PageResult)
        {
            typed.ForEach(bound => bound.Property.SetValue(context.HandlerInstance, bound.Value));
        }
    }
}
