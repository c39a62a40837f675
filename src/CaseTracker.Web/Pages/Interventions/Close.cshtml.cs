using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;

namespace CaseTracker.Web.Pages.Interventions;

[Permit(Permission.WorkOnIncidents)]
public sealed class CloseModel(IMediator mediator) : InterventionFormModel<CloseForm>(mediator)
{
    protected override string Done => "Flash.InterventionClosed";

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) => Mediator.Send(new CloseIntervention(Id, Version, Form.Reason), cancellationToken);
}

public sealed class CloseForm
{
    public string? Reason { get; set; }
}
