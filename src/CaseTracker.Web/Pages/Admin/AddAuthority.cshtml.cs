using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Admin;

[Permit(Permission.ManageAuthorities)]
public sealed class AddAuthorityModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public AuthorityForm Form { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var added = await mediator.Send(new AddAuthority(Form.ToDetails(isNew: true)), cancellationToken);
        return added.IsSuccess ? this.RedirectWithFlash("~/admin/authorities", "Flash.AuthorityAdded") : this.Refused(added.Refusals);
    }
}
