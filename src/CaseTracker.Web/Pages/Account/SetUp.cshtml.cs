using CaseTracker.Application.Access;
using CaseTracker.Domain.Access;
using CaseTracker.Web.Hosting;
using CaseTracker.Web.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CaseTracker.Web.Pages.Account;

[AllowAnonymous]
[NeverKept]
[EnableRateLimiting(RequestLimits.SignInAttempts)]
public sealed class SetUpModel(ISignIns signIns) : PageModel
{
    [BindProperty(Name = "user", SupportsGet = true)]
    public string? Member { get; set; }

    [BindProperty(Name = "code", SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public NewPasswordForm Form { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Form.Password != Form.Repeated)
        {
            return this.Refused([SignInErrors.PasswordsDiffer]);
        }

        var member = Guid.TryParse(Member, out var id) ? new MemberId(id) : default;
        var chosen = await signIns.SetUpAsync(member, Code ?? "", Form.Password ?? "", cancellationToken);
        if (!chosen.IsSuccess)
        {
            return this.Refused(chosen.Refusals);
        }

        TempData["Flash"] = "Account.PasswordChosen";
        return LocalRedirect("~/sign-in");
    }
}

public sealed class NewPasswordForm
{
    public string? Current { get; set; }

    public string? Password { get; set; }

    public string? Repeated { get; set; }
}
