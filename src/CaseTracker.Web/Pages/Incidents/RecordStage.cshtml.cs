using System.Globalization;
using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Forms;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.WorkOnIncidents)]
public sealed class RecordStageModel(IMediator mediator) : PathFormModel<StageForm>(mediator)
{
    /// <summary>Entry that somebody pressed "correct" on.</summary>
    [BindProperty(Name = "corrects", SupportsGet = true)]
    public string? Corrected { get; set; }

    /// <summary>
    /// A path against the defender ends without reparation, one that runs was not left unreported, and full justice follows by itself. That only a
    /// criminal path convicts is said when it is tried: the others end otherwise, and the answer tells how.
    /// </summary>
    public IEnumerable<Stage> Stages => StageRules.InOrder.Where(s => s != Stage.J7 && (!Path.IsAgainstDefender || s is not (Stage.J0 or Stage.J8)));

    /// <summary>What somebody else recorded while this form was being filled in.</summary>
    public IEnumerable<StageView> Meanwhile => IsNewer ? Path.Stages.Where(s => s.Sequence > Form.Seen) : [];

    /// <summary>A report is corrected with the authority that took it; paths of before kept none.</summary>
    public bool MayCorrectReport => Path.Authority is not null && Path.Stages.Any(s => s is { Stage: Stage.J1, Accused: null, Stands: true });

    protected override string Done => "Incident.StageRecorded";

    protected override async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var refused = await base.LoadAsync(cancellationToken);
        if (refused is null && Supersession.Of(Form.Corrects ?? Corrected, Path.Stages.Select(s => (s.Sequence, s.CorrectedBy, s.WithdrawnBy))) is { } superseded)
        {
            Superseded = superseded;
            (Form.Corrects, Corrected) = (superseded.Corrects, superseded.Corrects);
            ModelState.Remove("Form.Corrects");
        }

        return refused;
    }

    /// <summary>A correction begins with what it corrects, and a report with the authority that a withdrawn one named.</summary>
    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Form = Path.Stages.FirstOrDefault(s => s.Sequence.ToString(CultureInfo.InvariantCulture) == Corrected) is { } wrong ? StageForm.Correcting(wrong) : new StageForm { Corrects = Corrected };
        (Form.Seen, Form.Unit) = (Path.Stages.Count, Path.Unit);
        var isReport = Path.Stages.Any(s => s is { Stage: Stage.J1, Accused: null } && s.Sequence.ToString(CultureInfo.InvariantCulture) == Corrected);
        Form.Authority = isReport ? Path.ReportedTo?.Code : Path.IsBeforeAuthority ? null : Path.Authority?.Code;
        return Task.CompletedTask;
    }

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) =>
        Mediator.Send(new RecordStage(Number, Version, Proceeding, Form.ToInput()), cancellationToken);
}
