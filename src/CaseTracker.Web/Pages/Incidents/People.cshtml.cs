using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.People;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.SeeIncidents)]
public sealed class PeopleModel(IMediator mediator) : IncidentPageModel(mediator)
{
    public IReadOnlyList<VictimView> Victims { get; private set; } = null!;

    public IdentityAccess Identities { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadHeaderAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var found = await Mediator.Send(new GetPeople(Number), cancellationToken);
        if (!found.TryGet(out var shown))
        {
            return this.Refused(found.Refusals);
        }

        var access = await Mediator.Send(new GetIdentityAccess(Number), cancellationToken);
        if (!access.TryGet(out var identities))
        {
            return this.Refused(access.Refusals);
        }

        (Victims, Identities) = (shown, identities);
        return Page();
    }
}
