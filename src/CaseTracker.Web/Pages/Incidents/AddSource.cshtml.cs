using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.WorkOnIncidents)]
public sealed class AddSourceModel(IMediator mediator) : IncidentFormModel<SourceForm>(mediator)
{
    protected override string Done => "Incident.SourceAdded";

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) =>
        Mediator.Send(new AddSource(Number, Version, new SourceToRecord(Form.Connection, Form.Material, Form.Reliability, Form.Description)), cancellationToken);
}

public sealed class SourceForm
{
    public string? Material { get; set; }

    public string? Connection { get; set; }

    public string? Reliability { get; set; }

    public string? Description { get; set; }
}
