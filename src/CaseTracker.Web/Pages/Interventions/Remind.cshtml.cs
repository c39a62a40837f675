using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;

namespace CaseTracker.Web.Pages.Interventions;

[Permit(Permission.WorkOnIncidents)]
public sealed class RemindModel(IMediator mediator) : InterventionFormModel<RemindForm>(mediator)
{
    protected override string Done => "Flash.RemindedAgain";

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) => Mediator.Send(new RestartReplyReminder(Id, Version), cancellationToken);
}

/// <summary>There is nothing to fill in.</summary>
public sealed class RemindForm;
