using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.WorkOnIncidents)]
public sealed class AddVictimModel(IMediator mediator) : IncidentFormModel<VictimForm>(mediator)
{
    protected override string Done => "Incident.VictimAdded";

    protected override string Tab => "/people";

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) =>
        Mediator.Send(new AddVictim(Number, Version, Form.Pseudonym, Form.ToInput()), cancellationToken);
}

public sealed class VictimForm
{
    public string? Pseudonym { get; set; }

    public string? Name { get; set; }

    public string? Aliases { get; set; }

    public string? Contact { get; set; }

    public string? Kind { get; set; } = nameof(PersonKind.Individual);

    public string? Gender { get; set; }

    public string? AgeBand { get; set; }

    public bool IsIndigenous { get; set; }

    public List<string> Profiles { get; set; } = [];

    public bool IsUnknown { get; set; }

    public VictimInput ToInput() => new(null, Name, Aliases, Contact, new PersonDetails(ReadKind(), Gender, AgeBand, IsIndigenous, Profiles), IsUnknown);

    private PersonKind ReadKind() => Enum.TryParse<PersonKind>(Kind, out var kind) ? kind : 0;
}
