using CaseTracker.Application.Access;
using CaseTracker.Application.Erasures;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Jobs;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using CaseTracker.Web.Pages.Erasures;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

/// <summary>Erases who one person of an incident is.</summary>
[Permit(Permission.EraseRecords)]
[StepUp]
public sealed class ErasePersonModel(IMediator mediator, JobRunner jobs) : IncidentFormModel<ErasureForm>(mediator)
{
    public VictimView Victim { get; private set; } = null!;

    protected override string Done => "Incident.PersonErased";

    protected override string Tab => "/people";

    private PersonId Person => Guid.TryParse(RouteData.Values["person"] as string, out var id) ? new PersonId(id) : default;

    protected override async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await base.LoadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        if (!Header.MayLead)
        {
            return this.Refused([AccessErrors.NotYours]);
        }

        var people = await Mediator.Send(new GetPeople(Number), cancellationToken);
        if (!people.IsSuccess || people.Value.FirstOrDefault(v => v.Person == Person) is not { } victim)
        {
            return NotFound();
        }

        Victim = victim;
        return victim.ErasedAt is null ? null : this.Refused([ErasureErrors.PersonAlreadyErased]);
    }

    protected override async Task<Result> SendAsync(CancellationToken cancellationToken)
    {
        var ordered = await Mediator.Send(new ErasePerson(Number, Person, Form.ToGround(), Form.Confirmation, Form.Understood), cancellationToken);
        if (ordered.IsSuccess)
        {
            // The order is stored: what is left is done now, or by the job if it cannot be done now.
            await jobs.RunAsync(FinishErasures.Job, CancellationToken.None);
        }

        return Result.Of(ordered.Refusals);
    }
}
