using CaseTracker.Application.Access;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Admin;

[Permit(Permission.ManageUsers)]
[StepUp]
public sealed class AccessModel(IMediator mediator, CurrentActor current) : PageModel
{
    public MemberId Id => Guid.TryParse(RouteData.Values["id"] as string, out var id) ? new MemberId(id) : default;

    public bool IsOwn => current.Actor.Id == Id;

    public MemberAccessView Member { get; private set; } = null!;

    /// <summary>Shown in this answer alone: it is stored nowhere.</summary>
    public string? SetUpLink { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostEndAsync(string? session, CancellationToken cancellationToken) =>
        Guid.TryParse(session, out var id) ? Answer(await mediator.Send(new EndMemberSessions(Id, id), cancellationToken)) : NotFound();

    public async Task<IActionResult> OnPostEndAllAsync(CancellationToken cancellationToken) =>
        Answer(await mediator.Send(new EndMemberSessions(Id, null), cancellationToken));

    public async Task<IActionResult> OnPostResetAsync(CancellationToken cancellationToken)
    {
        var reset = await mediator.Send(new ResetSecondFactor(Id), cancellationToken);
        if (!reset.TryGet(out var invitation) || !await LoadAsync(cancellationToken))
        {
            return this.Refused(reset.Refusals);
        }

        SetUpLink = $"{Request.Scheme}://{Request.Host}{Request.PathBase}{invitation.Path}";
        return Page();
    }

    private IActionResult Answer(Result done) =>
        done.IsSuccess ? this.RedirectWithFlash($"~/admin/users/{Id.Value:N}/access", "Sessions.Ended") : this.Refused(done.Refusals);

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new GetMemberAccess(Id), cancellationToken);
        Member = found.IsSuccess ? found.Value : null!;
        return found.IsSuccess;
    }
}
