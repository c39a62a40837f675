using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.FollowUps;

/// <summary>One follow-up with what was put off so far and why.</summary>
[Requires(Permission.SeeFollowUps)]
public sealed record GetFollowUp(FollowUpId Id) : ITracedRead<Result<FollowUpView>>
{
    public string? RecordIn(Result<FollowUpView> answer) => answer.Value.Number;
}

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
    IReadOnlyList<SnoozeView> Snoozes);

public sealed record SnoozeView(DateOnly From, DateOnly To, string Reason, string By);

public sealed class GetFollowUpHandler(ICaseTrackerDb db) : IRequestHandler<GetFollowUp, Result<FollowUpView>>
{
    public async Task<Result<FollowUpView>> Handle(GetFollowUp request, CancellationToken cancellationToken)
    {
        if (await db.FindFollowUpAsync(request.Id, cancellationToken) is not var (followUp, incident))
        {
            return SharedErrors.NotFound;
        }

        var names = await db.Members.NamesAsync(followUp.Snoozes.Select(s => s.By).Append(followUp.AssigneeId), cancellationToken);
        return new FollowUpView(
            followUp.Id,
            followUp.Version,
            incident.Number,
            incident.Title,
            followUp.KindCode,
            followUp.Note,
            followUp.DueOn,
            names.Of(followUp.AssigneeId),
            followUp.Recurrence,
            followUp.IsOpen,
            [.. followUp.Snoozes.OrderBy(s => s.Sequence).Select(s => new SnoozeView(s.From, s.To, s.Reason, names.Of(s.By)))]);
    }
}
