using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

/// <summary>
/// A form that changes one incident. Refused, it is shown again as it was typed; when somebody else was faster, it also
/// takes over the newer version, so that sending it again means "on top of theirs".
/// </summary>
public abstract class IncidentFormModel<TForm>(IMediator mediator) : IncidentPageModel(mediator)
    where TForm : class, new()
{
    [BindProperty]
    public TForm Form { get; set; } = new();

    /// <summary>Version of the incident that the form was filled from.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Key of the shared texts, for what was done.</summary>
    protected abstract string Done { get; }

    /// <summary>Tab to return to, as in its address.</summary>
    protected virtual string Tab => "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        Version = Header.Version;
        await FillAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync(cancellationToken) ?? this.Unreadable();
        }

        var result = await SendAsync(cancellationToken);
        if (result.IsSuccess)
        {
            TempData["Flash"] = Done;
            return LocalRedirect($"~/incidents/{Uri.EscapeDataString(Number)}{Tab}");
        }

        if (await LoadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        if (result.Refusals.Any(r => r.Kind == RefusalKind.Conflict))
        {
            Version = Header.Version;
            await ShowNewerAsync(cancellationToken);
        }

        return this.Refused(result.Refusals);
    }

    protected abstract Task<Result> SendAsync(CancellationToken cancellationToken);

    /// <summary>What the page needs besides the form, whether it is shown first or again. Who may only read is shown no form, and nobody one of what was erased.</summary>
    protected virtual async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken) =>
        await LoadHeaderAsync(cancellationToken)
            ?? (Header.Erased is not null ? this.Refused([ErasureErrors.IncidentErased]) : Header.MayWork ? null : this.Refused([AccessErrors.ReadOnly]));

    /// <summary>What the form holds when it is first shown.</summary>
    protected virtual Task FillAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Somebody else was faster: read what is stored now.</summary>
    protected virtual Task ShowNewerAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
