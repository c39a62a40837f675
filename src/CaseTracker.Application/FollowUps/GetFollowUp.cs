using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.FollowUps;

/// <summary>One follow-up with what was put off so far and why.</summary>
[Requires(Permission.SeeFollowUps)]
public sealed record GetFollowUp(FollowUpId Id) : ITracedRead<Result<FollowUpView>>
{
    public string? RecordIn(Result<FollowUpView> answer) => answer.Value.Number;
}

/// <param name="MayWork">The reader may settle it, and not only read it.</param>
public sealed record FollowUpView(
    FollowUpId Id,
    int Version,
    string Number,
    string Title,
    string Kind,
    string? Note,
    DateOnly DueOn,
    string Assignee,
    Recurrence Recurrence,
    bool IsOpen,
    string? Outcome,
    string? OutcomeNote,
    IReadOnlyList<SnoozeView> Snoozes,
    bool MayWork);

public sealed record SnoozeView(DateOnly From, DateOnly To, string Reason, string By);

public sealed class GetFollowUpHandler(ICaseTrackerDb db, IVault vault, CurrentActor current, Calendar calendar) : IRequestHandler<GetFollowUp, Result<FollowUpView>>
{
    public async Task<Result<FollowUpView>> Handle(GetFollowUp request, CancellationToken cancellationToken)
    {
        if (await db.FindFollowUpAsync(request.Id, cancellationToken) is not var (followUp, incident))
        {
            return SharedErrors.NotFound;
        }

        var names = await db.Members.NamesAsync(followUp.Snoozes.Select(s => s.By).Append(followUp.AssigneeId), cancellationToken);
        var keys = await vault.OfAsync(followUp.IncidentId, cancellationToken);
        return new FollowUpView(
            followUp.Id,
            followUp.Version,
            incident.Number,
            keys.Title(incident.Title),
            followUp.KindCode,
            keys.Of(SealedFields.FollowUpNote, followUp.Id, followUp.Note),
            followUp.DueOn,
            names.Of(followUp.AssigneeId),
            followUp.Recurrence,
            followUp.IsOpen,
            followUp.OutcomeCode,
            keys.Of(SealedFields.FollowUpOutcome, followUp.Id, followUp.OutcomeNote),
            [.. followUp.Snoozes.OrderBy(s => s.Sequence).Select(s => new SnoozeView(s.From, s.To, keys.PartOf(SealedFields.SnoozeReason, followUp.Id.Value, s.Sequence, s.Reason) ?? IncidentKeys.Erased, names.Of(s.By)))],
            await db.Incidents.Where(i => i.Id == followUp.IncidentId).AnyAsync(NeedToKnow.WorkOf(current.Actor, calendar.Now), cancellationToken));
    }
}
