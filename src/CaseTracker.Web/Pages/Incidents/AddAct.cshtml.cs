using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Forms;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.WorkOnIncidents)]
public sealed class AddActModel(IMediator mediator) : IncidentFormModel<ActForm>(mediator)
{
    public IReadOnlyList<VictimView> Victims { get; private set; } = [];

    protected override string Done => "Incident.ActAdded";

    protected override async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await Mediator.Send(new GetPeople(Number), cancellationToken);
        Victims = found.IsSuccess ? found.Value : [];
        return await base.LoadAsync(cancellationToken);
    }

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) =>
        Mediator.Send(new AddAct(Number, Version, Read(Form.Victim), new ActInput(Form.Code, Form.On.ToInput(), Form.Method, Form.Motive, Form.VictimState, Form.Right)), cancellationToken);

    private static int? Read(string? number) => string.IsNullOrWhiteSpace(number) ? null : int.TryParse(number, out var sequence) ? sequence : 0;
}

public sealed class ActForm
{
    public string? Victim { get; set; }

    public string? Code { get; set; }

    public PartialDateInput On { get; set; } = new();

    public string? Method { get; set; }

    public string? Motive { get; set; }

    public string? VictimState { get; set; }

    public string? Right { get; set; }
}
