using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Forms;
using CaseTracker.Web.Http;
using MediatR;

namespace CaseTracker.Web.Pages.Incidents;

/// <summary>The report of a path that was opened without one.</summary>
[Permit(Permission.WorkOnIncidents)]
public sealed class RecordReportModel(IMediator mediator) : PathFormModel<ReportForm>(mediator)
{
    protected override string Done => "Incident.ReportRecorded";

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) =>
        Mediator.Send(new RecordReport(Number, Version, Proceeding, Form.On.ToInput(), Form.Authority, Form.Reason), cancellationToken);
}

public sealed class ReportForm
{
    public PartialDateInput On { get; set; } = new();

    public string? Authority { get; set; }

    public string? Reason { get; set; }
}
