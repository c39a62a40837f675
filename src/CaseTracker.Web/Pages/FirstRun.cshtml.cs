using CaseTracker.Application.Access;
using CaseTracker.Web.Hosting;
using CaseTracker.Web.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CaseTracker.Web.Pages;

/// <summary>Makes the first administrator with the token that the console showed; there is no such page once there is anybody.</summary>
[AllowAnonymous]
[NeverKept]
[EnableRateLimiting(RequestLimits.SignInAttempts)]
public sealed class FirstRunModel(IFirstRun firstRun, SiteMode mode) : PageModel
{
    [BindProperty(Name = "code", SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public FirstRunForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await IsOpenAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsOpenAsync(cancellationToken))
        {
            return NotFound();
        }

        var invited = await firstRun.UseAsync(Code ?? "", Form.DisplayName, Form.Email, Form.Language ?? "en", cancellationToken);
        return invited.TryGet(out var invitation) ? LocalRedirect("~" + invitation.Path) : this.Refused(invited.Refusals);
    }

    private async Task<bool> IsOpenAsync(CancellationToken cancellationToken) => !mode.Demo && await firstRun.IsOpenAsync(cancellationToken);
}

public sealed class FirstRunForm
{
    public string? DisplayName { get; set; }

    public string? Email { get; set; }

    public string? Language { get; set; }
}
