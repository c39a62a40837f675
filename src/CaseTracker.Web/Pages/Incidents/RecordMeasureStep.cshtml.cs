using System.Globalization;
using CaseTracker.Application.Access;
using CaseTracker.Application.Protection;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Forms;
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

    /// <summary>What the form set out to correct was corrected meanwhile.</summary>
    public Supersession? Superseded { get; private set; }

    protected override async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var refused = await base.LoadAsync(cancellationToken);
        if (refused is null && Supersession.Of(Form.Corrects ?? Corrected, Measure.Steps.Select(s => (s.Sequence, s.CorrectedBy, (int?)null))) is { } superseded)
        {
            Superseded = superseded;
            (Form.Corrects, Corrected) = (superseded.Corrects, superseded.Corrects);
            ModelState.Remove("Form.Corrects");
        }

        return refused;
    }

    /// <summary>A correction begins with what it corrects.</summary>
    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        var wrong = Measure.Steps.FirstOrDefault(s => s.Sequence.ToString(CultureInfo.InvariantCulture) == Corrected);
        Form = new StepForm { Corrects = Corrected, Stage = wrong?.Stage.Code(), On = PartialDateInput.From(wrong?.On), Note = wrong?.Note, Reopens = wrong?.Reopens == true };
        return base.FillAsync(cancellationToken);
    }

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) =>
        Mediator.Send(new RecordMeasureStep(Number, Version, Id, Form.ToInput()), cancellationToken);
}
