using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.People;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.WorkOnIncidents)]
public sealed class DescribePersonModel(IMediator mediator) : IncidentFormModel<DescriptionForm>(mediator)
{
    public VictimView Victim { get; private set; } = null!;

    /// <summary>Somebody else was faster: <see cref="Victim"/> is what is stored now.</summary>
    public bool IsNewer { get; private set; }

    protected override string Done => "Incident.PersonDescribed";

    protected override string Tab => "/people";

    private PersonId Person => Guid.TryParse(RouteData.Values["person"] as string, out var id) ? new PersonId(id) : default;

    protected override async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var people = await Mediator.Send(new GetPeople(Number), cancellationToken);
        if (!people.IsSuccess || people.Value.FirstOrDefault(v => v.Person == Person) is not { } victim)
        {
            return NotFound();
        }

        Victim = victim;
        return await base.LoadAsync(cancellationToken) ?? (victim.ErasedAt is null ? null : this.Refused([ErasureErrors.PersonAlreadyErased]));
    }

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Version = Victim.Version;
        Form = new DescriptionForm { Gender = Victim.Gender, AgeBand = Victim.AgeBand, IsIndigenous = Victim.IsIndigenous, Profiles = [.. Victim.Profiles] };
        return Task.CompletedTask;
    }

    protected override Task ShowNewerAsync(CancellationToken cancellationToken)
    {
        IsNewer = true;
        Version = Victim.Version;
        return Task.CompletedTask;
    }

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) =>
        Mediator.Send(new DescribePerson(Number, Person, Version, Form.Gender, Form.AgeBand, Form.IsIndigenous, Form.Profiles), cancellationToken);
}

public sealed class DescriptionForm
{
    public string? Gender { get; set; }

    public string? AgeBand { get; set; }

    public bool IsIndigenous { get; set; }

    public List<string> Profiles { get; set; } = [];
}
