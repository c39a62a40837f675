using CaseTracker.Application.Access;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.SeeIncidents)]
public sealed class SummaryModel(IMediator mediator) : IncidentPageModel(mediator)
{
    public IncidentSummary Facts { get; private set; } = null!;

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
