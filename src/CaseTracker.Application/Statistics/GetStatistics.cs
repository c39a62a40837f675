using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Statistics;
using CaseTracker.Domain.Vocabularies;
using MediatR;

namespace CaseTracker.Application.Statistics;

/// <summary>How much goes unpunished of what the actor may see, by every definition, as of today.</summary>
[Requires(Permission.SeeStatistics)]
public sealed record GetStatistics : ITracedList<Result<StatisticsView>>
{
    public int RowsIn(Result<StatisticsView> answer) => answer.Value.Verified.Recorded.Count + answer.Value.NotYetVerified.Recorded.Count;
}

/// <summary>The two groups side by side: nothing in one is counted in the other.</summary>
public sealed record StatisticsView(DateOnly AsOf, GroupStatistics Verified, GroupStatistics NotYetVerified)
{
    public GroupStatistics Of(VerificationGroup group) => group == VerificationGroup.Verified ? Verified : NotYetVerified;
}

public sealed class GetStatisticsHandler(ICaseTrackerDb db, ITerms terms, Calendar calendar) : IRequestHandler<GetStatistics, Result<StatisticsView>>
{
    public async Task<Result<StatisticsView>> Handle(GetStatistics request, CancellationToken cancellationToken)
    {
        var asOf = calendar.Today;
        var facts = await db.CountableAsync(terms, asOf, cancellationToken);
        return new StatisticsView(
            asOf,
            GroupStatistics.Of(facts, VerificationGroup.Verified, asOf),
            GroupStatistics.Of(facts, VerificationGroup.NotYetVerified, asOf));
    }
}
