using CaseTracker.Application.Access;
using CaseTracker.Application.Paging;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Admin;

[Permit(Permission.ManageUsers)]
public sealed class UsersModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public TeamForm Form { get; set; } = new();

    public Page<MemberListing> Members { get; private set; } = new([], null, null, 0);

    public IReadOnlyList<TeamListing> Teams { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] string? at, CancellationToken cancellationToken)
    {
        var refusals = await LoadAsync(at, cancellationToken);
        return refusals.Count > 0 ? this.Refused(refusals, prefix: "") : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var founded = await mediator.Send(new FoundTeam(Form.Name), cancellationToken);
        if (founded.IsSuccess)
        {
            return this.RedirectWithFlash("~/admin/users", "Flash.TeamFounded");
        }

        await LoadAsync(null, cancellationToken);
        return this.Refused(founded.Refusals);
    }

    private async Task<IReadOnlyList<Refusal>> LoadAsync(string? at, CancellationToken cancellationToken)
    {
        Teams = (await mediator.Send(new ListTeams(), cancellationToken)).Value;
        var members = await mediator.Send(new ListMembers(at), cancellationToken);
        if (members.IsSuccess)
        {
            Members = members.Value;
        }

        return members.Refusals;
    }
}

public sealed class TeamForm
{
    public string? Name { get; set; }
}
