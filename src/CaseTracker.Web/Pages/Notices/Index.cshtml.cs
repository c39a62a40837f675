using CaseTracker.Application.Access;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Paging;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Notices;

[Permit(Permission.SeeNotices)]
public sealed class IndexModel(IMediator mediator, CurrentActor current, SoughtWords words, TimeProvider time) : PageModel
{
    private static readonly string[] Names = ["p"];

    /// <summary>Null if the address could not be understood.</summary>
    public NoticeBoard? Board { get; private set; }

    /// <summary>What is marked as seen is no more than what was on this screen.</summary>
    public DateTimeOffset ShownAt { get; private set; }

    /// <summary>Not called "page": that is the name of the route value which holds this page's own path.</summary>
    [BindProperty(Name = "p", SupportsGet = true)]
    public int? PageNumber { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var asked = new ListQuery(Request, Names);
        if (asked.Refusals.Count > 0 || !ModelState.IsValid)
        {
            ModelState.Clear();
            return this.Refused(asked.Refusals.Count > 0 ? asked.Refusals : [PagingErrors.BadCursor], prefix: "");
        }

        ShownAt = time.GetUtcNow();
        var found = await mediator.Send(new MyNotices(PageNumber ?? 1), cancellationToken);
        if (!found.TryGet(out var board))
        {
            return this.Refused(found.Refusals);
        }

        Board = board;
        return Page();
    }

    public async Task<IActionResult> OnPostSeenAsync(Guid id, CancellationToken cancellationToken) =>
        Back(await mediator.Send(new SeeNotice(id), cancellationToken));

    public async Task<IActionResult> OnPostAllAsync(DateTimeOffset upTo, CancellationToken cancellationToken) =>
        Back(await mediator.Send(new SeeAllNotices(upTo), cancellationToken));

    /// <returns>Null where there is nothing that the reader may open.</returns>
    public string? AddressFor(NoticeLine line) => NoticeAddress.Of(line, current.Actor.May(Permission.SeeAudit), words);

    private IActionResult Back(Result done) =>
        done.IsSuccess ? LocalRedirect(PageNumber > 1 ? $"~/notices?p={PageNumber}" : "~/notices") : new StatusCodeResult(Refusals.StatusOf(done.Refusals));
}
