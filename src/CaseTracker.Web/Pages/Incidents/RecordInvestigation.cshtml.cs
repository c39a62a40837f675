using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Forms;
using CaseTracker.Web.Http;
using MediatR;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.WorkOnIncidents)]
public sealed class RecordInvestigationModel(IMediator mediator) : PathFormModel<InvestigationForm>(mediator)
{
    protected override string Done => "Incident.InvestigationRecorded";

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) =>
        Mediator.Send(new RecordInvestigativeAct(Number, Version, Proceeding, Form.Code, Form.On.ToInput()), cancellationToken);
}

public sealed class InvestigationForm
{
    public string? Code { get; set; }

    public PartialDateInput On { get; set; } = new();
}
