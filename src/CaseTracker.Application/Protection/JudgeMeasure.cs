using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;

namespace CaseTracker.Application.Protection;

/// <summary>Records whether a measure does what it is for, and who says so.</summary>
/// <param name="Adequacy">Code of the list <c>measure-adequacies</c>.</param>
/// <param name="SaidBy">Code of the list <c>adequacy-speakers</c>.</param>
[Requires(Permission.WorkOnIncidents)]
public sealed record JudgeMeasure(string Number, int Version, ProtectionMeasureId Measure, string? Adequacy, string? SaidBy, DateInput On, string? Reason) : ICommand<Result>, IWorkOnIncident;

public sealed class JudgeMeasureHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, ITerms terms, Trail trail) : IRequestHandler<JudgeMeasure, Result>
{
    public async Task<Result> Handle(JudgeMeasure request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number, terms.Find(Lists.MeasureAdequacies, request.Adequacy)?.Code);
        if (await db.FindMeasureAsync(request.Number, request.Measure, cancellationToken) is not var (measure, _))
        {
            return SharedErrors.NotFound;
        }

        if (measure.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var on = request.On.ToDate(nameof(request.On));
        var judgement = new AdequacyToRecord(request.Adequacy, request.SaidBy, on.IsSuccess ? on.Value : PartialDate.Unknown, request.Reason);
        var judged = measure.Judge(judgement, terms, calendar.Today, new Stamp(current.MemberId, calendar.Now));
        return Result.Of(on.Refusals.Concat(judged.Refusals.Where(r => on.IsSuccess || r.Field != nameof(request.On))));
    }
}
