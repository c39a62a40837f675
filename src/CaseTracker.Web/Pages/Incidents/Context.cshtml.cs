using CaseTracker.Application.Access;
using CaseTracker.Application.Campaigns;
using CaseTracker.Application.Reference;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using CaseTracker.Web.Pages.Reference;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.SeeIncidents)]
public sealed class ContextModel(IMediator mediator, SuggestionWords words) : IncidentPageModel(mediator)
{
    /// <summary>Key of the release to link or to unlink.</summary>
    [BindProperty]
    public string? Release { get; set; }

    /// <summary>Version of the incident that the page showed.</summary>
    [BindProperty]
    public int Version { get; set; }

    public IncidentReleases Releases { get; private set; } = null!;

    public IReadOnlyList<CampaignOfIncident> Campaigns { get; private set; } = [];

    public SuggestionWords Words => words;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(Release)
            ? await AnswerAsync(SharedErrors.Required.On(nameof(Release)), "", cancellationToken)
            : await AnswerAsync(await Mediator.Send(new CiteRelease(Number, Release, Version), cancellationToken), "Reference.Linked", cancellationToken);

    public async Task<IActionResult> OnPostUnlinkAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await Mediator.Send(new UnciteRelease(Number, Release ?? "", Version), cancellationToken), "Reference.Unlinked", cancellationToken);

    private async Task<IActionResult> AnswerAsync(Result result, string done, CancellationToken cancellationToken)
    {
        if (result.IsSuccess)
        {
            TempData["Flash"] = done;
            return LocalRedirect($"~/incidents/{Uri.EscapeDataString(Number)}/context");
        }

        return await LoadAsync(cancellationToken) ?? this.Refused(result.Refusals, prefix: "");
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await LoadHeaderAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var found = await Mediator.Send(new SuggestReleases(Number), cancellationToken);
        if (!found.TryGet(out var releases))
        {
            return this.Refused(found.Refusals);
        }

        Releases = releases;
        Campaigns = (await Mediator.Send(new GetCampaignsOfIncident(Number), cancellationToken)) is { IsSuccess: true } campaigns ? campaigns.Value : [];
        return null;
    }
}
