using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Statistics;
using CaseTracker.Domain.Vocabularies;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Statistics;

/// <summary>The incidents behind one number of the statistics. They come from the same evaluation as the number, so the two agree.</summary>
/// <param name="Group">A name of <see cref="NumberNames"/>, as are the figure and its part; unknown ones are answered as not found.</param>
/// <param name="Page">From 1. A page after the last is answered as not found; the first exists even if it is empty.</param>
[Requires(Permission.SeeStatistics)]
public sealed record GetCountedIncidents(string? Group, string? Figure, string? Part, int Page = 1) : ITracedList<Result<CountedIncidents>>
{
    public int RowsIn(Result<CountedIncidents> answer) => answer.Value.Rows.Count;

    public const int PageSize = 50;
}

/// <param name="Total">On all pages: the number that was opened.</param>
/// <param name="Pages">At least 1.</param>
public sealed record CountedIncidents(VerificationGroup Group, DateOnly AsOf, int Total, int Page, int Pages, IReadOnlyList<CountedIncident> Rows);

/// <param name="Highest">Null while no path is recorded.</param>
public sealed record CountedIncident(IncidentId Id, string Number, string Title, PartialDate StartedOn, Verification Verification, Stage? Highest, Stage? Lowest);

public sealed class GetCountedIncidentsHandler(ICaseTrackerDb db, IVault vault, ITerms terms, Calendar calendar) : IRequestHandler<GetCountedIncidents, Result<CountedIncidents>>
{
    public async Task<Result<CountedIncidents>> Handle(GetCountedIncidents request, CancellationToken cancellationToken)
    {
        if (NumberNames.GroupOf(request.Group) is not { } group || request.Figure is null || request.Part is null)
        {
            return SharedErrors.NotFound;
        }

        var asOf = calendar.Today;
        var facts = await db.CountableAsync(terms, asOf, cancellationToken);
        if (GroupStatistics.Of(facts, group, asOf).Behind(request.Figure, request.Part) is not { } counted)
        {
            return SharedErrors.NotFound;
        }

        var pages = Math.Max(1, (counted.Count + GetCountedIncidents.PageSize - 1) / GetCountedIncidents.PageSize);
        if (request.Page < 1 || request.Page > pages)
        {
            return SharedErrors.NotFound;
        }

        var shown = counted.Skip((request.Page - 1) * GetCountedIncidents.PageSize).Take(GetCountedIncidents.PageSize).ToList();
        var rows = await db.Incidents.AsNoTracking()
            .Where(i => shown.Contains(i.Id))
            .Select(i => new { i.Id, i.Number, i.Title, i.StartedOn, i.Verification, i.HighestStage, i.LowestStage })
            .ToDictionaryAsync(i => i.Id, cancellationToken);
        var keys = await vault.OfAsync(rows.Keys, cancellationToken);
        return new CountedIncidents(group, asOf, counted.Count, request.Page, pages, [.. shown.Where(rows.ContainsKey).Select(id => rows[id]).Select(i => new CountedIncident(i.Id, i.Number, keys.Of(i.Id).Title(i.Title), i.StartedOn, i.Verification, i.HighestStage, i.LowestStage))]);
    }
}
