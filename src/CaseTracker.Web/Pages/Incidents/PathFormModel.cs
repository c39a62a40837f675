using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Accountability;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

/// <summary>A form about one path of an incident.</summary>
public abstract class PathFormModel<TForm>(IMediator mediator) : IncidentFormModel<TForm>(mediator)
    where TForm : class, new()
{
    public PathView Path { get; private set; } = null!;

    protected ProceedingId Proceeding => Guid.TryParse(RouteData.Values["proceeding"] as string, out var id) ? new ProceedingId(id) : default;

    protected override string Tab => "/justice";

    protected override async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await base.LoadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var found = await Mediator.Send(new GetJustice(Number), cancellationToken);
        if (!found.IsSuccess || found.Value.FirstOrDefault(p => p.Id == Proceeding) is not { } path)
        {
            return NotFound();
        }

        Path = path;
        return null;
    }
}
