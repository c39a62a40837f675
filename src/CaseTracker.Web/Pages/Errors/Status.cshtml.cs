using System.Globalization;
using CaseTracker.Web.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Errors;

/// <summary>What happened, that nothing was lost, what to do. Never why: missing and invisible read the same.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[NeverKept]
public sealed class StatusModel : PageModel
{
    private static readonly int[] Explained = [400, 403, 404, 405, 409, 410, 413, 429, 500, 503];

    /// <summary>The status whose words are shown.</summary>
    public int Code { get; private set; } = StatusCodes.Status404NotFound;

    public bool IsOurFault => Code >= StatusCodes.Status500InternalServerError;

    /// <summary>Minutes until it is worth trying again; null where nothing says so.</summary>
    public int? Wait => int.TryParse(Response.Headers.RetryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? (seconds + 59) / 60 : null;

    /// <summary>It is not for the sender to be here: sending again helps only if that changes, so that what was typed is shown to be copied.</summary>
    public bool IsShut => Code is StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound or StatusCodes.Status410Gone;

    public KeptForm? Kept => IsShut || Code is StatusCodes.Status400BadRequest or StatusCodes.Status429TooManyRequests ? Carried : null;

    /// <summary>Where it is shut, only what somebody wrote is worth giving back.</summary>
    private KeptForm? Carried => HttpContext.Features.Get<FormToCarry>()?.Form is { } form && (!IsShut || form.Texts.Any()) ? form : null;

    public void OnGet() => Explain();

    // A refused post is shown its page as a post.
    public void OnPost() => Explain();

    private void Explain()
    {
        var isAnswer = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        if (!isAnswer)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var status = Response.StatusCode;
        Code = Explained.Contains(status) ? status : status >= StatusCodes.Status500InternalServerError ? StatusCodes.Status500InternalServerError : StatusCodes.Status400BadRequest;
    }
}
