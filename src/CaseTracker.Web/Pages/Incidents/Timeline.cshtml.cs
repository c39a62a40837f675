using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.SeeIncidents)]
public sealed class TimelineModel(IMediator mediator) : IncidentPageModel(mediator)
{
    public Timeline Events { get; private set; } = null!;

    /// <summary>Names of <see cref="TimelineClass"/>; what is none of them is passed over, so that an old link still works.</summary>
    [BindProperty(Name = "show", SupportsGet = true)]
    public List<string> Show { get; set; } = [];

    public IReadOnlyCollection<TimelineClass> Chosen =>
        [.. Show.Select(name => Enum.TryParse<TimelineClass>(name, ignoreCase: true, out var one) && Enum.IsDefined(one) ? one : default).Where(one => one != default).Distinct()];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadHeaderAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var found = await Mediator.Send(new GetTimeline(Number, Chosen), cancellationToken);
        if (!found.TryGet(out var shown))
        {
            return this.Refused(found.Refusals);
        }

        Events = shown;
        return Page();
    }
}
