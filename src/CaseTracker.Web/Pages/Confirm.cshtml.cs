using CaseTracker.Application.Access;
using CaseTracker.Web.Hosting;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CaseTracker.Web.Pages;

/// <summary>Is it still you? Asked before names, exports and roles; see <see cref="StepUps"/>.</summary>
[Permit(Permission.ManageOwnSignIn)]
[NeverKept]
[EnableRateLimiting(RequestLimits.SignInAttempts)]
public sealed class ConfirmModel(IMediator mediator, IConfirmations confirmations, IPasskeys passkeys, CurrentActor current, KeptFormSeal seal) : ProvingModel(seal)
{
    [BindProperty]
    public ConfirmForm Form { get; set; } = new();

    public SecondFactorsView Factors { get; private set; } = new(HasApp: false, [], RecoveryCodesLeft: 0);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Carry();
        await LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var right = Factors.Count > 0
            ? await confirmations.WithCodeAsync(Form.Code ?? "", cancellationToken)
            : await confirmations.WithPasswordAsync(Form.Password ?? "", cancellationToken);
        return right ? Arrive(current.MemberId) : this.Refused([SecondFactorErrors.NotConfirmed]);
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync(CancellationToken cancellationToken) => (await passkeys.OfferToUseAsync(current.MemberId, cancellationToken)).Json();

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return await confirmations.WithPasskeyAsync(Passkey.State ?? "", Passkey.Credential ?? "", cancellationToken)
            ? Arrive(current.MemberId)
            : this.Refused([SecondFactorErrors.NotConfirmed]);
    }

    private async Task LoadAsync(CancellationToken cancellationToken) => Factors = (await mediator.Send(new GetSecondFactors(), cancellationToken)).Value;
}

public sealed class ConfirmForm
{
    public string? Code { get; set; }

    public string? Password { get; set; }
}
