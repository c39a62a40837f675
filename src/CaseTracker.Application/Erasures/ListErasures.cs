using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Erasures;

/// <summary>What was erased, the latest first: of what a supervisor sees, and all of it for auditors.</summary>
/// <param name="Page">From 1.</param>
[Requires(Permission.SeeErasures)]
public sealed record ListErasures(int Page = 1) : ITracedList<Result<ErasureList>>
{
    public const int PageSize = 50;

    public int RowsIn(Result<ErasureList> answer) => answer.Value.Rows.Count;
}

public sealed record ErasureList(IReadOnlyList<ErasureRow> Rows, int Page, bool HasMore);

/// <param name="Number">See <see cref="ErasureSubject.Number"/>.</param>
/// <param name="Pseudonym">Null where it was no single person.</param>
public sealed record ErasureRow(ErasureId Id, ErasedKind What, string Number, string? Pseudonym, ErasureGround Ground, string OrderedBy, DateTimeOffset OrderedAt, DateTimeOffset? FinishedAt);

public sealed class ListErasuresHandler(ICaseTrackerDb db) : IRequestHandler<ListErasures, Result<ErasureList>>
{
    public async Task<Result<ErasureList>> Handle(ListErasures request, CancellationToken cancellationToken)
    {
        var page = Math.Clamp(request.Page, 1, 10_000);
        var found = await db.Erasures.AsNoTracking()
            .OrderByDescending(e => e.CreatedAt).ThenByDescending(e => e.Id)
            .Skip((page - 1) * ListErasures.PageSize)
            .Take(ListErasures.PageSize + 1)
            .ToListAsync(cancellationToken);
        var names = await db.Members.NamesAsync(found.Select(e => e.OrderedBy), cancellationToken);
        return new ErasureList(
            [.. found.Take(ListErasures.PageSize).Select(e => new ErasureRow(e.Id, e.What, e.Number, e.Pseudonym, e.Ground, names.Of(e.OrderedBy), e.CreatedAt, e.FinishedAt))],
            page,
            found.Count > ListErasures.PageSize);
    }
}
