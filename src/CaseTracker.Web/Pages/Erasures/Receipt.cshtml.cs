using CaseTracker.Application.Access;
using CaseTracker.Application.Erasures;
using CaseTracker.Domain.Erasures;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Erasures;

/// <summary>Proof that something was erased, to be printed or handed over; it names nobody who was recorded.</summary>
[Permit(Permission.SeeErasures)]
public sealed class ReceiptModel(IMediator mediator, ReceiptFile file) : PageModel
{
    public ErasureReceipt Receipt { get; private set; } = null!;

    private ErasureId Id => Guid.TryParse(RouteData.Values["erasure"] as string, out var id) ? new ErasureId(id) : default;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new GetErasure(Id), cancellationToken);
        if (!found.TryGet(out var receipt))
        {
            return this.Refused(found.Refusals);
        }

        Receipt = receipt;
        return Page();
    }

    public async Task<IActionResult> OnGetTextAsync(CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new GetErasure(Id), cancellationToken);
        return found.TryGet(out var receipt) ? File(file.Write(receipt), "text/plain; charset=utf-8", file.NameOf(receipt)) : this.Refused(found.Refusals);
    }
}
