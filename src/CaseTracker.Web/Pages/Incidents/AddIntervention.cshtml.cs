using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using CaseTracker.Web.Localization;
using CaseTracker.Web.Pages.Interventions;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.WorkOnIncidents)]
public sealed class AddInterventionModel(IMediator mediator, Application.Time.Calendar calendar) : IncidentFormModel<InterventionForm>(mediator)
{
    private const string DemandForInvestigation = "0201";

    /// <summary>Path that somebody came from to ask its authority.</summary>
    [BindProperty(Name = "proceeding", SupportsGet = true)]
    public string? Asked { get; set; }

    public IReadOnlyList<PathView> Paths { get; private set; } = [];

    protected override string Done => "Flash.InterventionRecorded";

    protected override string Tab => "/interventions";

    protected override async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await base.LoadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        Paths = (await Mediator.Send(new GetJustice(Number), cancellationToken)).TryGet(out var justice) ? [.. justice.Paths.Where(p => !p.IsEmpty)] : [];
        return null;
    }

    /// <summary>Asked about a path, its authority is to investigate, unless somebody says otherwise.</summary>
    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Form.Key = Guid.CreateVersion7(calendar.Now).ToString("N");
        if (Guid.TryParse(Asked, out var id) && Paths.FirstOrDefault(p => p.Id.Value == id) is { } path)
        {
            (Form.Proceeding, Form.Addressee, Form.Type) = (path.Id.Value.ToString("N"), path.Authority?.Name.Read(), DemandForInvestigation);
        }

        return Task.CompletedTask;
    }

    protected override async Task<Result> SendAsync(CancellationToken cancellationToken)
    {
        ProceedingId? path = string.IsNullOrWhiteSpace(Form.Proceeding) ? null : ProceedingId.From(Guid.TryParseExact(Form.Proceeding, "N", out var id) ? id : Guid.Empty);
        return Result.Of((await Mediator.Send(new RecordIntervention(Form.KeyOr(calendar.Now), Number, path, Form.ToInput()), cancellationToken)).Refusals);
    }
}
