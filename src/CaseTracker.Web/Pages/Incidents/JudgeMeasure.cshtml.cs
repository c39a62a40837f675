using CaseTracker.Application.Access;
using CaseTracker.Application.Protection;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Forms;
using CaseTracker.Web.Http;
using MediatR;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.WorkOnIncidents)]
public sealed class JudgeMeasureModel(IMediator mediator) : MeasureFormModel<AdequacyForm>(mediator)
{
    protected override string Done => "Protection.MeasureJudged";

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) =>
        Mediator.Send(new JudgeMeasure(Number, Version, Id, Form.Adequacy, Form.SaidBy, Form.On.ToInput(), Form.Reason), cancellationToken);
}

public sealed class AdequacyForm
{
    public string? Adequacy { get; set; }

    public string? SaidBy { get; set; }

    public PartialDateInput On { get; set; } = new();

    public string? Reason { get; set; }
}
