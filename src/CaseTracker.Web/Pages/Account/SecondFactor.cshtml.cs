using CaseTracker.Application.Access;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Account;

/// <summary>What somebody proves who they are with. The one page, with those below it, that is open to who still lacks a second factor.</summary>
[Permit(Permission.ManageOwnSignIn)]
[StepUp]
[NeverKept]
public sealed class SecondFactorModel(IMediator mediator, CurrentActor current) : PageModel
{
    public SecondFactorsView Factors { get; private set; } = null!;

    /// <summary>Shown in this answer alone: only their hashes are stored.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public bool IsNeeded => current.Actor.IsHalfway;

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostRemoveAppAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await mediator.Send(new RemoveApp(), cancellationToken), "SecondFactor.AppRemoved", cancellationToken);

    public async Task<IActionResult> OnPostRenameAsync(string? id, string? name, CancellationToken cancellationToken) =>
        await AnswerAsync(await mediator.Send(new RenamePasskey(id ?? "", name), cancellationToken), "SecondFactor.PasskeyRenamed", cancellationToken);

    public async Task<IActionResult> OnPostRemovePasskeyAsync(string? id, CancellationToken cancellationToken) =>
        await AnswerAsync(await mediator.Send(new RemovePasskey(id ?? ""), cancellationToken), "SecondFactor.PasskeyRemoved", cancellationToken);

    public async Task<IActionResult> OnPostCodesAsync(CancellationToken cancellationToken)
    {
        var renewed = await mediator.Send(new RenewRecoveryCodes(), cancellationToken);
        await LoadAsync(cancellationToken);
        if (!renewed.TryGet(out var made))
        {
            return this.Refused(renewed.Refusals);
        }

        Codes = made.Codes;
        return Page();
    }

    private async Task<IActionResult> AnswerAsync(Result done, string flash, CancellationToken cancellationToken)
    {
        if (done.IsSuccess)
        {
            TempData["Flash"] = flash;
            return LocalRedirect("~/account/second-factor");
        }

        await LoadAsync(cancellationToken);
        return this.Refused(done.Refusals, prefix: "");
    }

    private async Task LoadAsync(CancellationToken cancellationToken) => Factors = (await mediator.Send(new GetSecondFactors(), cancellationToken)).Value;
}
