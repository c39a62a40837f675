using CaseTracker.Application.Access;
using CaseTracker.Application.Demonstration;
using CaseTracker.Web.Hosting;
using CaseTracker.Web.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CaseTracker.Web.Pages;

[AllowAnonymous]
[NeverKept]
[EnableRateLimiting(RequestLimits.SignInAttempts)]
public sealed class SignInModel(ISignIns signIns, IDemoSignIns demo, KeptFormSeal seal) : PageModel
{
    [BindProperty]
    public SignInForm Form { get; set; } = new();

    /// <summary>Sealed form of a session that was lost; see <see cref="KeptForm"/>.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>What was typed before the session was lost, once its writer is signed in again.</summary>
    public KeptForm? Continued { get; private set; }

    public IReadOnlyList<DemoSignIn> DemoSignIns => demo.All;

    public IActionResult OnGet()
    {
        if (User.Identity?.IsAuthenticated == true)
        {
            return LocalRedirect("~/");
        }

        Kept = HttpContext.Features.Get<FormToCarry>() is { } carried ? seal.Close(carried.Form) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var member = await signIns.SignInAsync(Form.Email ?? "", Form.Password ?? "", cancellationToken);
        if (member is null)
        {
            return this.Refused([SignInErrors.NotRecognised]);
        }

        if (seal.Open(Kept) is { } form && form.MayBeShownTo(member.Value.Value))
        {
            Continued = form;
            return Page();
        }

        return LocalRedirect(Landing.LocalOr(ReturnUrl, "~/"));
    }
}

public sealed class SignInForm
{
    public string? Email { get; set; }

    public string? Password { get; set; }
}
