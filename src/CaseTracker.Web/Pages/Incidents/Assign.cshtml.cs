using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.AssignIncidents)]
public sealed class AssignModel(IMediator mediator) : IncidentFormModel<AssignForm>(mediator)
{
    public IReadOnlyList<Assignee> Colleagues { get; private set; } = [];

    protected override string Done => "Incident.Assigned";

    protected override async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await Mediator.Send(new GetAssignees(Number), cancellationToken);
        Colleagues = found.IsSuccess ? found.Value : [];
        return await base.LoadAsync(cancellationToken);
    }

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) =>
        Mediator.Send(new AssignIncident(Number, Version, Read(Form.Owner)), cancellationToken);

    private static MemberId? Read(string? id) => string.IsNullOrWhiteSpace(id) ? null : Guid.TryParse(id, out var member) ? new MemberId(member) : default(MemberId);
}

public sealed class AssignForm
{
    public string? Owner { get; set; }
}
