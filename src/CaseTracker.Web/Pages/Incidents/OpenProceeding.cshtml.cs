using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.WorkOnIncidents)]
public sealed class OpenProceedingModel(IMediator mediator) : IncidentFormModel<ProceedingForm>(mediator)
{
    protected override string Done => "Incident.ProceedingOpened";

    protected override string Tab => "/justice";

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) =>
        Mediator.Send(new OpenProceeding(Number, Version, Form.Kind, Form.Authority, Form.ToInput()), cancellationToken);
}

public sealed class ProceedingForm : StageForm
{
    public string? Kind { get; set; }

    public string? Authority { get; set; }
}
