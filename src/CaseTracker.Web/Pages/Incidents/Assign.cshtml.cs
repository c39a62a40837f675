using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

/// <summary>Offers an incident to a colleague, or, for a supervisor, gives it at once.</summary>
[Permit(Permission.AssignIncidents)]
public sealed class AssignModel(IMediator mediator) : IncidentFormModel<AssignForm>(mediator)
{
    public IReadOnlyList<Assignee> Colleagues { get; private set; } = [];

    public OpenHandOver? Open { get; private set; }

    protected override string Done => AtOnce ? "Incident.Assigned" : "Incident.HandOverProposed";

    private bool AtOnce { get; set; }

    public Task<IActionResult> OnPostNowAsync(CancellationToken cancellationToken)
    {
        AtOnce = true;
        return OnPostAsync(cancellationToken);
    }

    protected override async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await base.LoadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        // Who no longer leads the incident but did when they opened the form is told so; anybody else has no business here.
        if (!Header.MayLead && HttpMethods.IsGet(Request.Method))
        {
            return new StatusCodeResult(StatusCodes.Status403Forbidden);
        }

        Colleagues = (await Mediator.Send(new GetAssignees(Number), cancellationToken)).TryGet(out var colleagues) ? colleagues : [];
        Open = (await Mediator.Send(new GetHandOver(Number), cancellationToken)).TryGet(out var found) ? found.Open : null;
        return null;
    }

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) => AtOnce
        ? Mediator.Send(new AssignIncident(Number, Version, Read(Form.Owner), Form.Reason), cancellationToken)
        : Mediator.Send(new ProposeHandOver(Number, Version, Read(Form.Owner), Form.Reason), cancellationToken);

    private static MemberId? Read(string? id) => string.IsNullOrWhiteSpace(id) ? null : Guid.TryParse(id, out var member) ? new MemberId(member) : default(MemberId);
}

public sealed class AssignForm
{
    public string? Owner { get; set; }

    public string? Reason { get; set; }
}
