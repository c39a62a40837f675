using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.WorkOnIncidents)]
public sealed class FindOrdersModel(IMediator mediator) : IncidentFormModel<OrdersForm>(mediator)
{
    /// <summary>The last finding; null if there was none.</summary>
    public OrdersView? Orders { get; private set; }

    protected override string Done => "Incident.OrdersFound";

    protected override string Tab => "/justice";

    protected override async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await base.LoadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        Orders = (await Mediator.Send(new GetJustice(Number), cancellationToken)).TryGet(out var justice) ? justice.Orders : null;
        return null;
    }

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Form.NobodyGaveOrders = Orders?.NobodyGaveOrders == true;
        return Task.CompletedTask;
    }

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) =>
        Mediator.Send(new FindOrders(Number, Version, Form.NobodyGaveOrders, Form.Reason), cancellationToken);
}

public sealed class OrdersForm
{
    public bool NobodyGaveOrders { get; set; }

    public string? Reason { get; set; }
}
