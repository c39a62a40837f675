using CaseTracker.Application.Access;
using CaseTracker.Application.Protection;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.WorkOnIncidents)]
public sealed class RemindOfMeasureModel(IMediator mediator) : MeasureFormModel<RemindOfMeasureForm>(mediator)
{
    protected override string Done => "Flash.RemindedAgain";

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) => Mediator.Send(new RestartMeasureReminder(Number, Version, Id), cancellationToken);
}

/// <summary>There is nothing to fill in.</summary>
public sealed class RemindOfMeasureForm;
