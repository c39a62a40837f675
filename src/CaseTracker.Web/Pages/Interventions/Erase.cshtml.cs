using CaseTracker.Application.Access;
using CaseTracker.Application.Erasures;
using CaseTracker.Application.Jobs;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using CaseTracker.Web.Pages.Erasures;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Interventions;

/// <summary>Erases what was written while a request of a release was tracked. What is about an incident is erased with the incident, and has no such page.</summary>
[Permit(Permission.EraseRecords)]
[StepUp]
public sealed class EraseModel(IMediator mediator, JobRunner jobs) : InterventionFormModel<ErasureForm>(mediator)
{
    protected override string Done => "Flash.TrackingErased";

    protected override string Parameter => "tracked";

    protected override async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken) =>
        await base.LoadAsync(cancellationToken) ?? (Intervention.MayErase ? null : NotFound());

    protected override async Task<Result> SendAsync(CancellationToken cancellationToken)
    {
        var ordered = await Mediator.Send(new EraseTracking(Id, Form.ToGround(), Form.Confirmation, Form.Understood), cancellationToken);
        if (ordered.IsSuccess)
        {
            // The order is stored: what is left is done now, or by the job if it cannot be done now.
            await jobs.RunAsync(FinishErasures.Job, CancellationToken.None);
        }

        return Result.Of(ordered.Refusals);
    }
}
