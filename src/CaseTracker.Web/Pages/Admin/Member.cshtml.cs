using CaseTracker.Application.Access;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Admin;

[Permit(Permission.ManageUsers)]
public sealed class MemberModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public MemberForm Form { get; set; } = new();

    public MemberView Member { get; private set; } = null!;

    /// <summary>Somebody else was faster: <see cref="Member"/> is what is stored now.</summary>
    public bool IsNewer { get; private set; }

    public IReadOnlyList<TeamListing> Teams { get; private set; } = [];

    /// <summary>Shown in this answer alone: it is stored nowhere.</summary>
    public string? SetUpLink { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Form = MemberForm.Of(Member);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var changed = await mediator.Send(new ChangeMember(Member.Id, Form.Version, Form.DisplayName, Form.ToRole(), Form.ToTeams(), Form.IsActive), cancellationToken);
        if (changed.IsSuccess)
        {
            return this.RedirectWithFlash("~/admin/users", "Flash.MemberChanged");
        }

        if (changed.Refusals.Any(r => r.Kind == RefusalKind.Conflict))
        {
            // What was typed stays; sent again, it knowingly replaces what is stored now.
            ModelState.Remove("Form.Version");
            (Form.Version, IsNewer) = (Member.Version, true);
        }

        return this.Refused(changed.Refusals);
    }

    public async Task<IActionResult> OnPostLinkAsync(Guid id, CancellationToken cancellationToken)
    {
        var invited = await mediator.Send(new InviteAgain(new MemberId(id)), cancellationToken);
        if (!invited.IsSuccess || !await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        SetUpLink = $"{Request.Scheme}://{Request.Host}{Request.PathBase}{invited.Value.Path}";
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        Teams = (await mediator.Send(new ListTeams(), cancellationToken)).Value;
        var found = await mediator.Send(new GetMember(new MemberId(id)), cancellationToken);
        Member = found.IsSuccess ? found.Value : null!;
        return found.IsSuccess;
    }
}
