using CaseTracker.Domain.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Http;

/// <summary>The one place where a refusal becomes a sentence in the reader's language, a field's message and a status.</summary>
public static class Refusals
{
    /// <summary>Base name of the sentences, below Resources; their keys are the refusals' codes.</summary>
    public const string Texts = "Refusals";

    /// <summary>Adds one message a refusal, at the form field that it concerns (none: the form as a whole).</summary>
    /// <param name="state">The page's model state.</param>
    /// <param name="refusals">The answer of a use case.</param>
    /// <param name="texts">The sentences.</param>
    /// <param name="prefix">Name of the bound form property: <c>Form</c> makes <c>Form.Title</c> of <c>Title</c>.</param>
    public static void AddRefusals(this ModelStateDictionary state, IReadOnlyList<Refusal> refusals, IStringLocalizer texts, string prefix = "Form")
    {
        foreach (var refusal in refusals)
        {
            var field = refusal.Field is null ? "" : prefix.Length == 0 ? refusal.Field : $"{prefix}.{refusal.Field}";
            state.AddModelError(field, Sentence(refusal, texts));
        }
    }

    /// <summary>
    /// The answer to a refused form: the same page with the messages and everything that was typed, or, where there is
    /// nothing to mend, the plain page of its status. Missing and invisible records get the same one.
    /// </summary>
    public static IActionResult Refused(this PageModel page, IReadOnlyList<Refusal> refusals, string prefix = "Form")
    {
        var status = StatusOf(refusals);
        if (status is StatusCodes.Status404NotFound or StatusCodes.Status403Forbidden or StatusCodes.Status410Gone)
        {
            return new StatusCodeResult(status);
        }

        page.ModelState.AddRefusals(refusals, TextsOf(page.HttpContext), prefix);
        page.Response.StatusCode = status;
        return page.Page();
    }

    /// <summary>A form that could not even be read as its fields' types; the messages are in the model state already.</summary>
    public static IActionResult Unreadable(this PageModel page)
    {
        page.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page.Page();
    }

    public static int StatusOf(IReadOnlyList<Refusal> refusals) =>
        refusals.Any(r => r.Kind == RefusalKind.NotFound) ? StatusCodes.Status404NotFound
        : refusals.Any(r => r.Kind == RefusalKind.Forbidden) ? StatusCodes.Status403Forbidden
        : refusals.Any(r => r.Kind == RefusalKind.Gone) ? StatusCodes.Status410Gone
        : refusals.Any(r => r.Kind == RefusalKind.Conflict) ? StatusCodes.Status409Conflict
        : StatusCodes.Status422UnprocessableEntity;

    public static string Sentence(Refusal refusal, IStringLocalizer texts) =>
        refusal.Arguments is { Count: > 0 } arguments ? texts[refusal.Code, [.. arguments]] : texts[refusal.Code];

    public static IStringLocalizer TextsOf(HttpContext context) => TextsOf(context.RequestServices.GetRequiredService<IStringLocalizerFactory>());

    public static IStringLocalizer TextsOf(IStringLocalizerFactory factory) => factory.Create(Texts, typeof(Refusals).Assembly.GetName().Name!);
}
