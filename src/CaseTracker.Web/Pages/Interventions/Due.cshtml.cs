using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;

namespace CaseTracker.Web.Pages.Interventions;

[Permit(Permission.WorkOnIncidents)]
public sealed class DueModel(IMediator mediator) : InterventionFormModel<DueForm>(mediator)
{
    protected override string Done => "Flash.ReplyDueMoved";

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) => Mediator.Send(new ChangeReplyDue(Id, Version, Form.DueOn, Form.Reason), cancellationToken);
}

public sealed class DueForm
{
    public string? DueOn { get; set; }

    public string? Reason { get; set; }
}
