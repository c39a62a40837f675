using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Accountability;

/// <summary>Puts an authority on the list that the product does not ship.</summary>
[Requires(Permission.ManageAuthorities)]
public sealed record AddAuthority(AuthorityDetails Details) : ICommand<Result<AuthorityId>>;

public sealed class AddAuthorityHandler(ICaseTrackerDb db, Calendar calendar, IAreas areas, Trail trail) : IRequestHandler<AddAuthority, Result<AuthorityId>>
{
    public async Task<Result<AuthorityId>> Handle(AddAuthority request, CancellationToken cancellationToken)
    {
        var added = Authority.Add(AuthorityId.New(calendar.Now), request.Details, areas, calendar.Now);
        if (!added.IsSuccess)
        {
            return added.Refusals.ToList();
        }

        var authority = added.Value;
        trail.Of(authority.Id.Value.ToString("N"));
        if (await db.Authorities.IsNamedAsync(authority, cancellationToken))
        {
            return AuthorityErrors.NameTaken;
        }

        db.Authorities.Add(authority);
        return authority.Id;
    }
}

internal static class AuthorityNames
{
    /// <summary>Two of one name could not be told apart in a form.</summary>
    public static Task<bool> IsNamedAsync(this DbSet<Authority> authorities, Authority authority, CancellationToken cancellationToken) =>
        authorities.AnyAsync(a => a.Id != authority.Id && (a.English == authority.English || a.Spanish == authority.Spanish), cancellationToken);
}
