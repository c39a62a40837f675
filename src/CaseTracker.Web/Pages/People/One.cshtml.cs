using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Paging;
using CaseTracker.Application.People;
using CaseTracker.Application.Timelines;
using CaseTracker.Domain.People;
using CaseTracker.Web.Http;
using CaseTracker.Web.Pages.Timelines;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.People;

/// <summary>One person, organisation or group. Its address holds their id: neither a name nor a pseudonym stays in a browser's history.</summary>
[Permit(Permission.SeeIncidents)]
public sealed class OneModel(IMediator mediator) : PageModel
{
    public PersonView Person { get; private set; } = null!;

    /// <summary>The newest of those that the reader sees; the rest are in the list of incidents.</summary>
    public Page<IncidentListing> Incidents { get; private set; } = null!;

    /// <summary>Null if the address asks for a part of it that cannot be.</summary>
    public Timeline? Told { get; private set; }

    /// <summary>See <see cref="TimelineView.Read"/>.</summary>
    [BindProperty(Name = "show", SupportsGet = true)]
    public List<string> Show { get; set; } = [];

    public TimelineAsked Asked => TimelineView.Read(Show, Request.Query[ListQuery.Page]);

    public string Address => $"{Request.PathBase}/people/{Person.Id.Value}";

    /// <summary>The list of their incidents.</summary>
    public string List => $"{Request.PathBase}/incidents?person={Person.Id.Value:N}";

    public async Task<IActionResult> OnGetAsync(Guid person, CancellationToken cancellationToken)
    {
        var id = PersonId.From(person);
        var found = await mediator.Send(new GetPerson(id), cancellationToken);
        var incidents = found.IsSuccess ? await mediator.Send(new ListIncidents(new IncidentFilter { Person = person.ToString("N") }), cancellationToken) : null;
        if (!found.TryGet(out var shown) || incidents?.TryGet(out var listed) != true)
        {
            return this.Refused(incidents?.Refusals ?? found.Refusals);
        }

        (Person, Incidents) = (shown, listed!);
        var told = await mediator.Send(new GetPersonTimeline(id, Asked.Classes, Asked.At), cancellationToken);
        if (!told.TryGet(out var timeline))
        {
            return this.Refused(told.Refusals, prefix: "");
        }

        Told = timeline.Told;
        return Page();
    }
}
