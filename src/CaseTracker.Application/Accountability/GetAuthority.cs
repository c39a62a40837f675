using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Accountability;

/// <summary>One authority as an administrator may change it.</summary>
[Requires(Permission.ManageAuthorities)]
public sealed record GetAuthority(AuthorityId Id) : ITracedRead<Result<AuthorityToChange>>
{
    public string? RecordIn(Result<AuthorityToChange> answer) => Id.Value.ToString("N");
}

public sealed record AuthorityToChange(AuthorityId Id, string Code, int Version, AuthorityDetails Details);

public sealed class GetAuthorityHandler(ICaseTrackerDb db) : IRequestHandler<GetAuthority, Result<AuthorityToChange>>
{
    public async Task<Result<AuthorityToChange>> Handle(GetAuthority request, CancellationToken cancellationToken) =>
        await db.Authorities.AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken) is { } found
            ? new AuthorityToChange(found.Id, found.Code, found.Version, new AuthorityDetails(found.English, found.Spanish, found.Kind, found.State, found.StalledAfterDays, found.IsActive))
            : SharedErrors.NotFound;
}
