using CaseTracker.Application.Access;
using CaseTracker.Application.Demonstration;
using CaseTracker.Web.Hosting;
using CaseTracker.Web.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CaseTracker.Web.Pages;

[AllowAnonymous]
[NeverKept]
[EnableRateLimiting(RequestLimits.SignInAttempts)]
public sealed class SignInModel(ISignIns signIns, IPasskeys passkeys, IDemoSignIns demo, KeptFormSeal seal) : ProvingModel(seal)
{
    [BindProperty]
    public SignInForm Form { get; set; } = new();

    /// <summary>Asked for once the password was right.</summary>
    public SecondStepForm? Second { get; private set; }

    public IReadOnlyList<DemoSignIn> DemoSignIns => demo.All;

    public IActionResult OnGet()
    {
        if (User.Identity?.IsAuthenticated == true)
        {
            return LocalRedirect("~/");
        }

        Carry();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var step = await signIns.SignInAsync(Form.Email ?? "", Form.Password ?? "", cancellationToken);
        if (step is null)
        {
            return this.Refused([SignInErrors.NotRecognised]);
        }

        if (step.Proof is null)
        {
            return Arrive(step.Member);
        }

        Second = new SecondStepForm { Proof = step.Proof, ReturnUrl = ReturnUrl, Kept = Kept };
        return Page();
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync(CancellationToken cancellationToken) => (await passkeys.OfferToUseAsync(member: null, cancellationToken)).Json();

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancellationToken) =>
        await signIns.SignInWithPasskeyAsync(Passkey.State ?? "", Passkey.Credential ?? "", cancellationToken) is { } member ? Arrive(member) : this.Refused([SignInErrors.PasskeyNotRecognised]);
}

public sealed class SignInForm
{
    public string? Email { get; set; }

    public string? Password { get; set; }
}
