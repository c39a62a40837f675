using CaseTracker.Application.Access;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Admin;

[Permit(Permission.ManageUsers)]
[StepUp]
public sealed class InviteModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public MemberForm Form { get; set; } = new();

    public IReadOnlyList<TeamListing> Teams { get; private set; } = [];

    /// <summary>Shown in this answer alone: it is stored nowhere.</summary>
    public string? SetUpLink { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var invited = await mediator.Send(new AddMember(Form.DisplayName, Form.Email, Form.ToRole(), Form.Language ?? "es", [.. Form.Teams.OfType<string>()]), cancellationToken);
        if (!invited.IsSuccess)
        {
            return this.Refused(invited.Refusals);
        }

        SetUpLink = $"{Request.Scheme}://{Request.Host}{Request.PathBase}{invited.Value.Path}";
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken) => Teams = (await mediator.Send(new ListTeams(), cancellationToken)).Value;
}
