using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.WorkOnIncidents)]
public sealed class AddPerpetratorModel(IMediator mediator) : IncidentFormModel<PerpetratorForm>(mediator)
{
    protected override string Done => "Incident.PerpetratorAdded";

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) =>
        Mediator.Send(new AddInvolvement(Number, Version, new InvolvementToRecord(Form.Perpetrator, Form.Role, Form.Proof, Form.Description)), cancellationToken);
}

public sealed class PerpetratorForm
{
    public string? Perpetrator { get; set; }

    public string? Role { get; set; }

    public string? Proof { get; set; }

    public string? Description { get; set; }
}
