using CaseTracker.Application.Access;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Protection;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.SeeIncidents)]
public sealed class SummaryModel(IMediator mediator) : IncidentPageModel(mediator)
{
    public IncidentSummary Facts { get; private set; } = null!;

    /// <summary>Those that ask for attention.</summary>
    public IReadOnlyList<SignView> Signs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadHeaderAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var found = await Mediator.Send(new GetIncidentSummary(Number), cancellationToken);
        if (!found.TryGet(out var shown))
        {
            return this.Refused(found.Refusals);
        }

        Facts = shown;
        Signs = (await Mediator.Send(new GetSigns(Number), cancellationToken)).TryGet(out var signs) ? [.. signs.Where(s => s.Dismissed is null)] : [];
        await Mediator.Send(new SeeHandOver(Number), cancellationToken);
        return Page();
    }

    /// <summary>The form in which a missing element can be recorded, below the incident's address.</summary>
    public static string WhereToAdd(SdgElement element) => element switch
    {
        SdgElement.Victim => "/people/add",
        SdgElement.Gender or SdgElement.Age or SdgElement.Profile => "/people",
        SdgElement.Act or SdgElement.Motive => "/acts/add",
        SdgElement.Date => "/edit#Form_StartedOn",
        SdgElement.Place => "/edit#Form_State",
        SdgElement.Perpetrator => "/perpetrators/add",
        _ => "/sources/add",
    };
}
