using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;

namespace CaseTracker.Application.FollowUps;

/// <summary>Closes a follow-up with what came of it ("nothing happened" is an answer), and plans the next one if it recurs.</summary>
/// <param name="Outcome">Code of the list <c>follow-up-outcomes</c>.</param>
[Requires(Permission.WorkOnIncidents)]
public sealed record CompleteFollowUp(FollowUpId Id, int Version, string? Outcome, string? Note) : ICommand<Result>;

public sealed class CompleteFollowUpHandler(ICaseTrackerDb db, IVault vault, CurrentActor current, Calendar calendar, ITerms terms, Trail trail) : IRequestHandler<CompleteFollowUp, Result>
{
    public async Task<Result> Handle(CompleteFollowUp request, CancellationToken cancellationToken)
    {
        if (await db.FindFollowUpAsync(request.Id, cancellationToken) is not var (followUp, incident))
        {
            return SharedErrors.NotFound;
        }

        if (followUp.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var keys = await vault.OfAsync(followUp.IncidentId, cancellationToken);
        var ownNote = keys.Of(SealedFields.FollowUpNote, followUp.Id, followUp.Note);
        var completed = followUp.Complete(request.Outcome, request.Note, ownNote, terms, calendar.Today, new Stamp(current.MemberId, calendar.Now));
        if (!completed.IsSuccess)
        {
            return Result.Of(completed.Refusals);
        }

        if (completed.Value is { } next)
        {
            db.FollowUps.Add(next);
        }

        trail.Of(incident.Number, request.Outcome);
        return Result.Success;
    }
}
