using CaseTracker.Application.Access;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Account;

[Permit(Permission.ManageOwnSignIn)]
[StepUp]
[NeverKept]
public sealed class PasskeyModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public PasskeyForm Form { get; set; } = new();

    [BindProperty]
    public PasskeyAnswer Passkey { get; set; } = new();

    /// <summary>Shown in this answer alone: only their hashes are stored.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken cancellationToken) => (await mediator.Send(new OfferPasskey(), cancellationToken)).Value.Json();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var added = await mediator.Send(new AddPasskey(Passkey.State ?? "", Passkey.Credential ?? "", Form.Name), cancellationToken);
        if (!added.TryGet(out var made))
        {
            return this.Refused(added.Refusals);
        }

        Codes = made.Codes;
        return Codes is null ? this.RedirectWithFlash("~/account/second-factor", "SecondFactor.PasskeyAdded") : Page();
    }
}

public sealed class PasskeyForm
{
    public string? Name { get; set; }
}
