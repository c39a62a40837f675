using CaseTracker.Application.Access;
using CaseTracker.Application.Erasures;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Erasures;

[Permit(Permission.SeeErasures)]
public sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(Name = "p", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public ErasureList Found { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Found = (await mediator.Send(new ListErasures(PageNumber), cancellationToken)).Value;
}
