using CaseTracker.Application.Access;
using CaseTracker.Application.Mail;
using CaseTracker.Domain.Mail;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Admin;

[Permit(Permission.ManageMail)]
public sealed class MailModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<MailStatus> Statuses =
        [MailStatus.Uncertain, MailStatus.Failed, MailStatus.Pending, MailStatus.Sending, MailStatus.Sent, MailStatus.Settled];

    public MailBoard Board { get; private set; } = null!;

    [BindProperty(Name = "status", SupportsGet = true)]
    public MailStatus? Status { get; set; }

    /// <summary>Not called "page": that is the name of the route value which holds this page's own path.</summary>
    [BindProperty(Name = "p", SupportsGet = true)]
    public int? PageNumber { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new SeeMail(Status is { } wanted && Enum.IsDefined(wanted) ? wanted : null, PageNumber ?? 1), cancellationToken);
        if (!found.TryGet(out var board))
        {
            return this.Refused(found.Refusals);
        }

        Board = board;
        return Page();
    }

    public async Task<IActionResult> OnPostResendAsync(Guid id, CancellationToken cancellationToken) =>
        await AnswerAsync(await mediator.Send(new ResendMail(OutgoingMailId.From(id)), cancellationToken), "Mail.Resent", cancellationToken);

    public async Task<IActionResult> OnPostSettleAsync(Guid id, CancellationToken cancellationToken) =>
        await AnswerAsync(await mediator.Send(new SettleMail(OutgoingMailId.From(id)), cancellationToken), "Mail.Settled", cancellationToken);

    private async Task<IActionResult> AnswerAsync(Result done, string flash, CancellationToken cancellationToken)
    {
        if (!done.IsSuccess)
        {
            await OnGetAsync(cancellationToken);
            return this.Refused(done.Refusals);
        }

        TempData["Flash"] = flash;
        return LocalRedirect("~/admin/mail");
    }
}
