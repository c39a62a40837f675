using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Accountability;

/// <summary>A reply as it was recorded, with which the form of its correction begins.</summary>
[Requires(Permission.WorkOnIncidents)]
public sealed record GetReplyToCorrect(InterventionId Id, int Reply) : ITracedRead<Result<ReplyToCorrect>>, IWorkOnIntervention, IFillsAForm
{
    public string? RecordIn(Result<ReplyToCorrect> answer) => answer.Value.Record;
}

/// <param name="Record">Number of the incident, or key of the release.</param>
public sealed record ReplyToCorrect(string Record, PartialDate ReceivedOn, bool IsAcknowledgement, string? Code, string? Substance);

public sealed class GetReplyToCorrectHandler(ICaseTrackerDb db, IVault vault) : IRequestHandler<GetReplyToCorrect, Result<ReplyToCorrect>>
{
    public async Task<Result<ReplyToCorrect>> Handle(GetReplyToCorrect request, CancellationToken cancellationToken)
    {
        if (await db.FindInterventionAsync(request.Id, cancellationToken) is not { } found)
        {
            return SharedErrors.NotFound;
        }

        var intervention = found.Intervention;
        if (StageHistory.Standing(intervention.Replies).FirstOrDefault(r => r.Sequence == request.Reply) is not { } wrong)
        {
            return SharedErrors.NotFound;
        }

        var keys = new InterventionKeys(await vault.FetchAsync([KeyOwner.Of(intervention)], cancellationToken), intervention);
        return new ReplyToCorrect(found.Subject, wrong.ReceivedOn, wrong.IsAcknowledgement, wrong.Code, keys.Part(SealedFields.ReplySubstance, wrong.Sequence, wrong.Substance));
    }
}
