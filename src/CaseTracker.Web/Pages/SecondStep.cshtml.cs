using CaseTracker.Application.Access;
using CaseTracker.Web.Hosting;
using CaseTracker.Web.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.RateLimiting;

namespace CaseTracker.Web.Pages;

/// <summary>Reached with the proof of a right password alone, so that it tells nothing about who has a second factor.</summary>
[AllowAnonymous]
[NeverKept]
[EnableRateLimiting(RequestLimits.SignInAttempts)]
public sealed class SecondStepModel(ISignIns signIns, KeptFormSeal seal) : ProvingModel(seal)
{
    [BindProperty]
    public SecondStepForm Form { get; set; } = new();

    public IActionResult OnGet() => LocalRedirect("~/sign-in");

    /// <summary>In another language, with what it carries.</summary>
    public IActionResult OnPostAgain()
    {
        (Form.ReturnUrl, Form.Kept) = (ReturnUrl, Kept);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await signIns.FinishSignInAsync(Form.Proof ?? "", Form.Code ?? "", cancellationToken) is { } member)
        {
            return Arrive(member);
        }

        Form.ReturnUrl = ReturnUrl;
        Form.Kept = Kept;
        return this.Refused([SignInErrors.CodeNotRecognised]);
    }
}

public sealed class SecondStepForm
{
    public string? Proof { get; set; }

    public string? Code { get; set; }

    /// <summary>Filled by the page from its own field of the name.</summary>
    [BindNever]
    public string? ReturnUrl { get; set; }

    /// <summary>Likewise.</summary>
    [BindNever]
    public string? Kept { get; set; }
}
