using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.WorkOnIncidents)]
public sealed class OpenProceedingModel(IMediator mediator) : IncidentFormModel<ProceedingForm>(mediator)
{
    public IReadOnlyList<AuthorityView> Authorities { get; private set; } = [];

    public IReadOnlyList<AccusedView> Accused { get; private set; } = [];

    protected override string Done => "Incident.ProceedingOpened";

    protected override string Tab => "/justice";

    protected override async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await base.LoadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        Authorities = (await Mediator.Send(new GetAuthorityChoices(), cancellationToken)).Value;
        Accused = (await Mediator.Send(new GetJustice(Number), cancellationToken)).TryGet(out var justice) ? justice.Accused : [];
        return null;
    }

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) =>
        Mediator.Send(new OpenProceeding(Number, Version, Form.Kind, Form.ToInput()), cancellationToken);
}

public sealed class ProceedingForm : StageForm
{
    public string? Kind { get; set; }
}
