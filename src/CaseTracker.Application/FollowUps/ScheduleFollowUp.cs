using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.FollowUps;

/// <summary>Plans something to be done about an incident, for oneself or for somebody else who sees it.</summary>
/// <param name="Key">Made when the form was first shown: the same form sent twice plans it once.</param>
/// <param name="Assignee">Oneself if null.</param>
[Requires(Permission.WorkOnIncidents)]
public sealed record ScheduleFollowUp(Guid Key, string Number, string? Kind, string? Note, DateOnly? DueOn, MemberId? Assignee, Recurrence Recurrence) : ICommand<Result<FollowUpId>>, IWorkOnIncident;

public sealed class ScheduleFollowUpHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, ITerms terms, Trail trail)
    : IRequestHandler<ScheduleFollowUp, Result<FollowUpId>>
{
    public async Task<Result<FollowUpId>> Handle(ScheduleFollowUp request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number, request.Kind is { Length: <= Term.CodeLimit } kind && terms.Find(Lists.FollowUpKinds, kind) is not null ? kind : null);
        var incident = await db.Incidents.SingleOrDefaultAsync(i => i.Number == request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        var id = FollowUpId.From(request.Key);
        if (await db.FollowUps.AnyAsync(f => f.Id == id && f.IncidentId == incident.Id, cancellationToken))
        {
            return id;
        }

        if (await db.FollowUps.IgnoreQueryFilters().AnyAsync(f => f.Id == id, cancellationToken))
        {
            return SharedErrors.FormUsed;
        }

        var assignee = request.Assignee ?? current.MemberId;
        var refusals = new List<Refusal>();
        if (!await db.WhoWorkOn(incident, calendar.Now).AnyAsync(m => m.Id == assignee, cancellationToken))
        {
            refusals.Add(FollowUpErrors.AssigneeOutsideTeam);
        }

        var wish = new FollowUpToSchedule(request.Kind, request.Note, request.DueOn, assignee, request.Recurrence);
        var scheduled = FollowUp.Schedule(id, incident.Id, wish, terms, calendar.Today, new Stamp(current.MemberId, calendar.Now));
        refusals.AddRange(scheduled.Refusals);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        db.FollowUps.Add(scheduled.Value);
        return id;
    }
}
