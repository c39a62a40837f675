using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Interventions;

/// <summary>
/// A form that changes one intervention. Refused, it is shown again as it was typed; when somebody else was faster, what they
/// recorded stands below it, and sending it again means "on top of theirs".
/// </summary>
public abstract class InterventionFormModel<TForm>(IMediator mediator) : PageModel
    where TForm : class, new()
{
    [BindProperty]
    public TForm Form { get; set; } = new();

    /// <summary>Version of the intervention that the form was filled from.</summary>
    [BindProperty]
    public int Version { get; set; }

    public InterventionView Intervention { get; private set; } = null!;

    /// <summary>From the address alone: a form field of the same name must not choose another record.</summary>
    protected InterventionId Id => Guid.TryParse(RouteData.Values[Parameter] as string, out var id) ? InterventionId.From(id) : default;

    /// <summary>What the address calls it.</summary>
    protected virtual string Parameter => "intervention";

    protected IMediator Mediator { get; } = mediator;

    /// <summary>Key of the shared texts, for what was done.</summary>
    protected abstract string Done { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        Version = Intervention.Version;
        return await FillAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            if (await LoadAsync(cancellationToken) is { } notShown)
            {
                return notShown;
            }

            FollowNewer();
            return this.Unreadable();
        }

        var result = await SendAsync(cancellationToken);
        if (result.IsSuccess)
        {
            return this.RedirectWithFlash($"~/interventions/{Id.Value}", Done);
        }

        if (await LoadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        FollowNewer();
        Version = result.Refusals.Any(r => r.Kind == RefusalKind.Conflict) ? Intervention.Version : Version;
        return this.Refused(result.Refusals);
    }

    protected abstract Task<Result> SendAsync(CancellationToken cancellationToken);

    /// <summary>What the form holds when it is first shown.</summary>
    /// <returns>False if it asks about something that is not there.</returns>
    protected virtual Task<bool> FillAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Before it is shown again: what it refers to may have been replaced meanwhile.</summary>
    protected virtual void FollowNewer()
    {
    }

    /// <summary>Who may only read is shown no form, and nobody one of what was erased.</summary>
    protected virtual async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await Mediator.Send(new GetIntervention(Id), cancellationToken);
        if (!found.TryGet(out var shown))
        {
            return this.Refused(found.Refusals);
        }

        Intervention = shown;
        return shown.Incident is { IsErased: true } ? this.Refused([ErasureErrors.IncidentErased])
            : shown.Erased is not null ? this.Refused([ErasureErrors.InterventionErased])
            : shown.MayWork ? null : this.Refused([AccessErrors.ReadOnly]);
    }
}
