using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.WorkOnIncidents)]
public sealed class MoveModel(IMediator mediator) : IncidentFormModel<MoveForm>(mediator)
{
    /// <summary>Where the incident may go from where it is.</summary>
    public IEnumerable<Workflow> Steps => Enum.GetValues<Workflow>().Where(to => WorkflowRules.CanMove(Header.Workflow, to));

    protected override string Done => "Incident.Moved";

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) =>
        Mediator.Send(new MoveIncident(Number, Version, Read(Form.Workflow), Form.Reason), cancellationToken);

    /// <summary>Nonsense becomes a state that does not exist, which the domain refuses by name.</summary>
    private static Workflow? Read(string? name) => string.IsNullOrWhiteSpace(name) ? null : Enum.TryParse<Workflow>(name, out var state) ? state : (Workflow)(-1);
}

public sealed class MoveForm
{
    public string? Workflow { get; set; }

    public string? Reason { get; set; }
}
