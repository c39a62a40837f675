using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;
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

    /// <summary>Nobody is convicted by a path against the defender, and a path that runs was not left unreported.</summary>
    public IEnumerable<string> Stages => StageRules.InOrder.Where(s => !Path.IsAgainstDefender || !(s.IsConviction() || s == Stage.J0)).Select(s => s.ToString());

    protected override string Done => "Incident.StageRecorded";

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Form.Corrects = Corrected;
        return Task.CompletedTask;
    }

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) =>
        Mediator.Send(new RecordStage(Number, Version, Proceeding, Form.ToInput()), cancellationToken);
}
