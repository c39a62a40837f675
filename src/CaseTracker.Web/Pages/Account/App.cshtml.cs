using CaseTracker.Application.Access;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Account;

[Permit(Permission.ManageOwnSignIn)]
[StepUp]
[NeverKept]
public sealed class AppModel(IMediator mediator, CurrentActor current) : PageModel
{
    private const string Site = "CaseTracker";

    /// <summary>Longer ones make a code that small screens cannot show and cameras not read.</summary>
    private const int NameShown = 20;

    [BindProperty]
    public string? State { get; set; }

    [BindProperty]
    public AppForm Form { get; set; } = new();

    public AppOffer Offer { get; private set; } = null!;

    /// <summary>Shown in this answer alone: only their hashes are stored.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    /// <summary>As authenticator apps read it (Key Uri Format).</summary>
    public string Address => $"otpauth://totp/{Site}:{Uri.EscapeDataString(Name)}?secret={Offer.Key}&issuer={Site}";

    private string Name => current.Actor.DisplayName is var name && name.Length > NameShown ? string.Concat(name.EnumerateRunes().Take(NameShown)) : name;

    public async Task OnGetAsync(CancellationToken cancellationToken) => await OfferAsync(null, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var done = await mediator.Send(new SetUpApp(State ?? "", Form.Code ?? ""), cancellationToken);
        if (!done.TryGet(out var made))
        {
            await OfferAsync(State, cancellationToken);
            return this.Refused(done.Refusals);
        }

        Codes = made.Codes;
        return Codes is null ? this.RedirectWithFlash("~/account/second-factor", "SecondFactor.AppSetUp") : Page();
    }

    private async Task OfferAsync(string? state, CancellationToken cancellationToken)
    {
        ModelState.Remove(nameof(State));
        Offer = (await mediator.Send(new OfferApp(state), cancellationToken)).Value;
    }
}

public sealed class AppForm
{
    public string? Code { get; set; }
}
