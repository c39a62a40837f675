using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.People;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

/// <summary>Shows who somebody is, in the answer to a post and nowhere else.</summary>
[Permit(Permission.OpenIdentities)]
[StepUp, Pace(Pace.Identities)]
public sealed class IdentityModel(IMediator mediator) : IncidentPageModel(mediator)
{
    [BindProperty]
    public IdentityForm Form { get; set; } = new();

    public VictimView Victim { get; private set; } = null!;

    public IdentityAccess Access { get; private set; } = null!;

    public OpenedIdentity? Opened { get; private set; }

    private PersonId Person => Guid.TryParse(RouteData.Values["person"] as string, out var id) ? new PersonId(id) : default;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var opened = await Mediator.Send(new OpenIdentity(Number, Person, Form.Reason), cancellationToken);
        if (await LoadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        if (!opened.TryGet(out var identity))
        {
            return this.Refused(opened.Refusals);
        }

        Opened = identity;
        return Page();
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await LoadHeaderAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var people = await Mediator.Send(new GetPeople(Number), cancellationToken);
        if (!people.IsSuccess || people.Value.FirstOrDefault(v => v.Person == Person) is not { } victim)
        {
            return NotFound();
        }

        if (Header.Erased is not null || victim.ErasedAt is not null)
        {
            return this.Refused([ErasureErrors.PersonAlreadyErased]);
        }

        var access = await Mediator.Send(new GetIdentityAccess(Number, Person), cancellationToken);
        if (!access.TryGet(out var found) || found.Door == IdentityDoor.Closed)
        {
            return this.Refused(access.IsSuccess ? [AccessErrors.ReadOnly] : access.Refusals);
        }

        (Victim, Access) = (victim, found);
        return null;
    }
}

public sealed class IdentityForm
{
    public string? Reason { get; set; }
}
