using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Admin;

[Permit(Permission.ManageAuthorities)]
public sealed class AuthorityModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public AuthorityForm Form { get; set; } = new();

    public AuthorityToChange Stored { get; private set; } = null!;

    /// <summary>Somebody else was faster: <see cref="Stored"/> is what is stored now.</summary>
    public bool IsNewer { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid authority, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(authority, cancellationToken))
        {
            return NotFound();
        }

        Form = AuthorityForm.Of(Stored);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid authority, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(authority, cancellationToken))
        {
            return NotFound();
        }

        var changed = await mediator.Send(new ChangeAuthority(Stored.Id, Form.Version, Form.ToDetails(isNew: false)), cancellationToken);
        if (changed.IsSuccess)
        {
            return this.RedirectWithFlash("~/admin/authorities", "Flash.AuthorityChanged");
        }

        if (changed.Refusals.Any(r => r.Kind == RefusalKind.Conflict))
        {
            // What was typed stays; sent again, it knowingly replaces what is stored now.
            ModelState.Remove("Form.Version");
            (Form.Version, IsNewer) = (Stored.Version, true);
        }

        return this.Refused(changed.Refusals);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new GetAuthority(new AuthorityId(id)), cancellationToken);
        Stored = found.IsSuccess ? found.Value : null!;
        return found.IsSuccess;
    }
}
