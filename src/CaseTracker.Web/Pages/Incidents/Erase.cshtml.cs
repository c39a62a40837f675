using CaseTracker.Application.Access;
using CaseTracker.Application.Campaigns;
using CaseTracker.Application.Erasures;
using CaseTracker.Application.Jobs;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using CaseTracker.Web.Pages.Erasures;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

/// <summary>Erases a whole incident. Asks once, in words, and says what is lost.</summary>
[Permit(Permission.EraseRecords)]
[StepUp]
public sealed class EraseModel(IMediator mediator, JobRunner jobs) : IncidentFormModel<ErasureForm>(mediator)
{
    /// <summary>Those that the reader sees and that stand: what is written of them stays.</summary>
    public IReadOnlyList<CampaignOfIncident> Campaigns { get; private set; } = [];

    public IReadOnlyList<LeftIdentity> Left { get; private set; } = [];

    protected override string Done => "Incident.Erased";

    protected override async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await base.LoadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        if (!Header.MayLead)
        {
            return this.Refused([AccessErrors.NotYours]);
        }

        Campaigns = (await Mediator.Send(new GetCampaignsOfIncident(Number), cancellationToken)) is { IsSuccess: true } found ? [.. found.Value.Where(c => !c.IsErased)] : [];
        var left = await Mediator.Send(new GetLeftIdentities(Number), cancellationToken);
        Left = left.IsSuccess ? left.Value : [];
        return left.IsSuccess ? null : this.Refused(left.Refusals);
    }

    protected override async Task<Result> SendAsync(CancellationToken cancellationToken)
    {
        var ordered = await Mediator.Send(new EraseIncident(Number, Form.ToGround(), Form.Confirmation, Form.Understood), cancellationToken);
        if (ordered.IsSuccess)
        {
            // The order is stored: what is left is done now, or by the job if it cannot be done now.
            await jobs.RunAsync(FinishErasures.Job, CancellationToken.None);
        }

        return Result.Of(ordered.Refusals);
    }
}
