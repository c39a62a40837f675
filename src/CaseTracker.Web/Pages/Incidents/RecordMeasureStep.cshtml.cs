using CaseTracker.Application.Access;
using CaseTracker.Application.Protection;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.WorkOnIncidents)]
public sealed class RecordMeasureStepModel(IMediator mediator) : MeasureFormModel<StepForm>(mediator)
{
    /// <summary>Entry that somebody pressed "correct" on.</summary>
    [BindProperty(Name = "corrects", SupportsGet = true)]
    public string? Corrected { get; set; }

    protected override string Done => "Protection.StepRecorded";

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Form.Corrects = Corrected;
        return base.FillAsync(cancellationToken);
    }

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) =>
        Mediator.Send(new RecordMeasureStep(Number, Version, Id, Form.ToInput()), cancellationToken);
}
