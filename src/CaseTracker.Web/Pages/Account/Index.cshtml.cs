using CaseTracker.Application.Access;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Hosting;
using CaseTracker.Web.Http;
using CaseTracker.Web.Localization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Pages.Account;

[Permit(Permission.ManageOwnAccount)]
[NeverKept]
[StepUp(PostsOnly = true, Handler = "password")]
[EnableRateLimiting(RequestLimits.SignInAttempts)]
public sealed class IndexModel(IMediator mediator, IConfirmations confirmations, CurrentSession session, TimeProvider time, IStringLocalizer<SharedText> shared) : PageModel
{
    [BindProperty]
    public AccountForm Form { get; set; } = new();

    [BindProperty]
    public NewPasswordForm Secret { get; set; } = new();

    public OwnAccountView Account { get; private set; } = null!;

    /// <summary>A password is not carried through the page that asks for a proof, so it is asked for before one is typed.</summary>
    public bool IsProved => session.Open?.IsFresh(time.GetUtcNow()) == true;

    public IEnumerable<SelectListItem> Languages => [new(shared["Site.English"], "en"), new(shared["Site.Spanish"], "es")];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var changed = await mediator.Send(new ChangeOwnAccount(Form.DisplayName, Form.Language ?? ""), cancellationToken);
        return await AnswerAsync(changed, nameof(Form), "Account.Saved", cancellationToken);
    }

    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken cancellationToken)
    {
        var changed = await confirmations.KnowsPasswordAsync(Secret.Current ?? "", cancellationToken)
            ? await mediator.Send(new ChangeOwnPassword(Secret.Current ?? "", Secret.Password ?? "", Secret.Repeated ?? ""), cancellationToken)
            : SignInErrors.CurrentPasswordWrong;
        return await AnswerAsync(changed, nameof(Secret), "Account.PasswordChanged", cancellationToken);
    }

    private async Task<IActionResult> AnswerAsync(Result changed, string prefix, string flash, CancellationToken cancellationToken)
    {
        if (changed.IsSuccess)
        {
            TempData["Flash"] = flash;
            return LocalRedirect("~/account");
        }

        return await LoadAsync(cancellationToken) ?? this.Refused(changed.Refusals, prefix);
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var own = await mediator.Send(new OwnAccount(), cancellationToken);
        if (!own.TryGet(out var account))
        {
            return this.Refused(own.Refusals);
        }

        Account = account;
        Form = new AccountForm { DisplayName = Form.DisplayName ?? account.DisplayName, Language = Form.Language ?? account.Language };
        return null;
    }
}

public sealed class AccountForm
{
    public string? DisplayName { get; set; }

    public string? Language { get; set; }
}
