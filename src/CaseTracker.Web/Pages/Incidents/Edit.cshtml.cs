using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.WorkOnIncidents)]
public sealed class EditModel(IMediator mediator) : IncidentFormModel<FactsForm>(mediator)
{
    /// <summary>What is stored now, after somebody else was faster; null otherwise.</summary>
    public FactsForm? Newer { get; private set; }

    protected override string Done => "Incident.Changed";

    protected override async Task FillAsync(CancellationToken cancellationToken) => Form = await StoredAsync(cancellationToken);

    protected override async Task ShowNewerAsync(CancellationToken cancellationToken) => Newer = await StoredAsync(cancellationToken);

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) =>
        Mediator.Send(new ChangeIncident(Number, Version, Form.ToInput()), cancellationToken);

    private async Task<FactsForm> StoredAsync(CancellationToken cancellationToken)
    {
        var stored = (await Mediator.Send(new GetIncidentFacts(Number), cancellationToken)).Value;
        Version = stored.Version;
        return FactsForm.From(stored.Facts);
    }
}
