using System.Globalization;
using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Forms;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.WorkOnIncidents)]
public sealed class RecordInvestigationModel(IMediator mediator) : PathFormModel<InvestigationForm>(mediator)
{
    /// <summary>Act that somebody pressed "correct" on.</summary>
    [BindProperty(Name = "corrects", SupportsGet = true)]
    public string? Corrected { get; set; }

    /// <summary>What somebody else recorded while this form was being filled in.</summary>
    public IEnumerable<InvestigativeActView> Meanwhile => IsNewer ? Path.Acts.Where(a => a.Sequence > Form.Seen) : [];

    protected override string Done => "Incident.InvestigationRecorded";

    protected override async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var refused = await base.LoadAsync(cancellationToken);
        if (refused is null && Supersession.Of(Form.Corrects ?? Corrected, Path.Acts.Select(a => (a.Sequence, a.CorrectedBy, a.WithdrawnBy))) is { } superseded)
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
        var wrong = Path.Acts.FirstOrDefault(a => a.Sequence.ToString(CultureInfo.InvariantCulture) == Corrected);
        Form = new InvestigationForm { Corrects = Corrected, Code = wrong?.Code, On = PartialDateInput.From(wrong?.On), Note = wrong?.Note };
        Form.Seen = Path.Acts.Count;
        return Task.CompletedTask;
    }

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) =>
        Mediator.Send(new RecordInvestigativeAct(Number, Version, Proceeding, Form.Code, Form.On.ToInput(), Form.Note, string.IsNullOrWhiteSpace(Form.Corrects) ? null : StageForm.Number(Form.Corrects)), cancellationToken);
}

public sealed class InvestigationForm
{
    public string? Code { get; set; }

    public PartialDateInput On { get; set; } = new();

    public string? Note { get; set; }

    public string? Corrects { get; set; }

    public int Seen { get; set; }
}
