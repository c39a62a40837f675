using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Reference;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Forms;
using CaseTracker.Web.Http;
using CaseTracker.Web.Pages.Interventions;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Reference;

[Permit(Permission.WorkOnIncidents)]
public sealed class TrackModel(IMediator mediator, Application.Time.Calendar calendar) : PageModel
{
    private const string RecommendationFollowUp = "CT-ITV-FOLLOWUP";

    [BindProperty]
    public TrackForm Form { get; set; } = new();

    public ReleaseView Release { get; private set; } = null!;

    public AskView Ask { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string key, string ask, CancellationToken cancellationToken)
    {
        if (await LoadAsync(key, ask, cancellationToken) is { } refused)
        {
            return refused;
        }

        // The release itself put it to the State: that is what most people track.
        Form = new TrackForm { Key = Guid.CreateVersion7(calendar.Now).ToString("N"), Type = RecommendationFollowUp, SentOn = PartialDateInput.From(Release.Head.Date) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, string ask, CancellationToken cancellationToken)
    {
        var tracked = await mediator.Send(new TrackRequest(Form.KeyOr(calendar.Now), key, ask, Form.ToInput()), cancellationToken);
        return tracked.TryGet(out var id)
            ? this.RedirectWithFlash($"~/interventions/{id.Value}", "Flash.RequestTracked")
            : await LoadAsync(key, ask, cancellationToken) ?? this.Refused(tracked.Refusals);
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
