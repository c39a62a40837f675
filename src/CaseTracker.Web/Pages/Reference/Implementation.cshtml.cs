using CaseTracker.Application.Access;
using CaseTracker.Application.Reference;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Web.Forms;
using CaseTracker.Web.Http;
using CaseTracker.Web.Localization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CaseTracker.Web.Pages.Reference;

[Permit(Permission.WorkOnIncidents)]
public sealed class ImplementationModel(IMediator mediator, ITerms terms, ILabels labels) : PageModel
{
    [BindProperty]
    public ImplementationForm Form { get; set; } = new();

    /// <summary>Version of the release that the form was filled from.</summary>
    [BindProperty]
    public int Version { get; set; }

    public ReleaseView Release { get; private set; } = null!;

    public AskView Ask { get; private set; } = null!;

    public IEnumerable<SelectListItem> Statuses =>
        terms.All(Lists.RecommendationStatuses).Select(t => new SelectListItem(labels.Of(Lists.RecommendationStatuses, t.Code), t.Code));

    public async Task<IActionResult> OnGetAsync(string key, string ask, CancellationToken cancellationToken)
    {
        var refused = await LoadAsync(key, ask, cancellationToken);
        Version = Release?.Version ?? 0;
        return refused ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, string ask, CancellationToken cancellationToken)
    {
        var recorded = await mediator.Send(new RecordImplementation(key, ask, Version, Form.Status, Form.Reason, Form.On.ToInput()), cancellationToken);
        if (recorded.IsSuccess)
        {
            TempData["Flash"] = "Reference.ImplementationRecorded";
            return LocalRedirect($"~/reference/{Uri.EscapeDataString(key)}#{Uri.EscapeDataString(ask)}");
        }

        if (await LoadAsync(key, ask, cancellationToken) is { } refused)
        {
            return refused;
        }

        // Sending the form again now means "on top of theirs", which the page shows below it.
        Version = Release.Version;
        return this.Refused(recorded.Refusals);
    }

    private async Task<IActionResult?> LoadAsync(string key, string ask, CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new GetRelease(key), cancellationToken);
        if (!found.TryGet(out var release) || release.Asks.SingleOrDefault(a => a.Key == ask) is not { } asked)
        {
            return this.Refused(found.IsSuccess ? [SharedErrors.NotFound] : found.Refusals);
        }

        (Release, Ask) = (release, asked);
        return null;
    }
}

public sealed class ImplementationForm
{
    public string? Status { get; set; }

    public PartialDateInput On { get; set; } = new();

    public string? Reason { get; set; }
}
