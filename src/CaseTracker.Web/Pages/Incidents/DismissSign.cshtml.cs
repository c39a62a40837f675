using CaseTracker.Application.Access;
using CaseTracker.Application.Protection;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.WorkOnIncidents)]
public sealed class DismissSignModel(IMediator mediator) : IncidentFormModel<DismissalForm>(mediator)
{
    /// <summary>Sign beside which somebody pressed the link.</summary>
    [BindProperty(Name = "sign", SupportsGet = true)]
    public string? Pressed { get; set; }

    /// <summary>Those of this incident that ask for attention.</summary>
    public IReadOnlyList<SignView> Signs { get; private set; } = [];

    protected override string Done => "Protection.SignDismissed";

    protected override string Tab => "/protection";

    protected override async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await base.LoadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var found = await Mediator.Send(new GetSigns(Number), cancellationToken);
        if (!found.TryGet(out var signs))
        {
            return this.Refused(found.Refusals);
        }

        Signs = [.. signs.Where(s => s.Dismissed is null && s.Number == Number)];
        return null;
    }

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Form.Sign = Pressed;
        return Task.CompletedTask;
    }

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) => Mediator.Send(new DismissSign(Number, Form.Sign, Form.Reason), cancellationToken);
}

public sealed class DismissalForm
{
    public string? Sign { get; set; }

    public string? Reason { get; set; }
}
