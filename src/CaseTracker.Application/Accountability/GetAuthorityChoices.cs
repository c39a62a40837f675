using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Accountability;

/// <summary>The authorities that a proceeding may be opened before.</summary>
/// <param name="Besides">Code of one that is offered even if it was retired meanwhile: what is stored must be choosable.</param>
[Requires(Permission.SeeIncidents)]
public sealed record GetAuthorityChoices(string? Besides = null) : IQuery<Result<IReadOnlyList<AuthorityView>>>;

public sealed class GetAuthorityChoicesHandler(ICaseTrackerDb db) : IRequestHandler<GetAuthorityChoices, Result<IReadOnlyList<AuthorityView>>>
{
    public async Task<Result<IReadOnlyList<AuthorityView>>> Handle(GetAuthorityChoices request, CancellationToken cancellationToken) =>
        await db.Authorities.AsNoTracking()
            .Where(a => a.IsActive || a.Code == request.Besides)
            .OrderBy(a => a.Kind).ThenBy(a => a.State != null).ThenBy(a => a.English)
            .Select(a => new AuthorityView(a.Code, new BilingualText(a.English, a.Spanish), a.Kind, a.State))
            .ToListAsync(cancellationToken);
}
