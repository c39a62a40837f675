using CaseTracker.Application.Access;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Account;

[Permit(Permission.ManageOwnAccount)]
public sealed class SessionsModel(IMediator mediator) : PageModel
{
    public OwnSessionsView Own { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Own = (await mediator.Send(new OwnSessions(), cancellationToken)).Value;

    public async Task<IActionResult> OnPostEndAsync(string? session, CancellationToken cancellationToken) =>
        Guid.TryParse(session, out var id) ? Answer(await mediator.Send(new EndOwnSession(id), cancellationToken), "Sessions.Ended") : NotFound();

    public async Task<IActionResult> OnPostOthersAsync(CancellationToken cancellationToken) =>
        Answer(await mediator.Send(new EndOwnSession(null), cancellationToken), "Sessions.OthersEnded");

    private IActionResult Answer(Result ended, string flash)
    {
        if (!ended.IsSuccess)
        {
            return NotFound();
        }

        TempData["Flash"] = flash;
        return LocalRedirect("~/account/sessions");
    }
}
