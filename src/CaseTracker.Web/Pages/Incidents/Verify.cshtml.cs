using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.WorkOnIncidents)]
public sealed class VerifyModel(IMediator mediator) : IncidentFormModel<VerifyForm>(mediator)
{
    protected override string Done => "Incident.VerificationSet";

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) =>
        Mediator.Send(new VerifyIncident(Number, Version, Read(Form.Verification), Form.Reason), cancellationToken);

    private static Verification? Read(string? name) => string.IsNullOrWhiteSpace(name) ? null : Enum.TryParse<Verification>(name, out var state) ? state : (Verification)(-1);
}

public sealed class VerifyForm
{
    public string? Verification { get; set; }

    public string? Reason { get; set; }
}
