using System.Globalization;
using CaseTracker.Application.Access;
using CaseTracker.Application.Paging;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Accountability;

/// <summary>The maintained list of authorities, by their names in the reader's language, those retired among them.</summary>
/// <param name="Kind">Name of an <see cref="AuthorityKind"/>; all if empty.</param>
[Requires(Permission.ManageAuthorities)]
public sealed record ListAuthorities(string? Kind = null, string? At = null, string? Size = null) : ITracedPage<AuthorityListing>;

public sealed record AuthorityListing(AuthorityId Id, string Code, BilingualText Name, AuthorityKind Kind, string? State, int StalledAfterDays, bool IsActive, bool IsOwn);

public sealed class ListAuthoritiesHandler(ICaseTrackerDb db) : IRequestHandler<ListAuthorities, Result<Page<AuthorityListing>>>
{
    public async Task<Result<Page<AuthorityListing>>> Handle(ListAuthorities request, CancellationToken cancellationToken)
    {
        var reading = new FilterReading();
        var kind = reading.Name<AuthorityKind>(request.Kind, nameof(request.Kind));
        var size = Page.ReadSize(request.Size);
        var name = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "es" ? nameof(Authority.Spanish) : nameof(Authority.English);
        var at = Cursor.Read(request.At, name);
        List<Refusal> refusals = [.. reading.Refusals, .. size.Refusals, .. at.Refusals];
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var authorities = db.Authorities.AsNoTracking().Where(a => kind == null || a.Kind == kind);
        var rows = await From(authorities, name, at.Value)
            .Take(size.Value + 1)
            .Select(a => new AuthorityListing(a.Id, a.Code, new BilingualText(a.English, a.Spanish), a.Kind, a.State, a.StalledAfterDays, a.IsActive, a.IsOwn))
            .ToListAsync(cancellationToken);
        return Page.Of(rows, size.Value, at.Value, await authorities.CountAsync(cancellationToken), (row, back) => new Cursor(name, back, name == nameof(Authority.Spanish) ? row.Name.Spanish : row.Name.English, row.Code));
    }

    private static IQueryable<Authority> From(IQueryable<Authority> authorities, string name, Cursor? at)
    {
        if (at is null)
        {
            return authorities.OrderBy(a => EF.Property<string>(a, name)).ThenBy(a => a.Code);
        }

        var (last, code) = (at.Value, at.Key);
        return at.Backwards
            ? authorities
                .Where(a => string.Compare(EF.Property<string>(a, name), last) < 0 || (EF.Property<string>(a, name) == last && string.Compare(a.Code, code) < 0))
                .OrderByDescending(a => EF.Property<string>(a, name))
                .ThenByDescending(a => a.Code)
            : authorities
                .Where(a => string.Compare(EF.Property<string>(a, name), last) > 0 || (EF.Property<string>(a, name) == last && string.Compare(a.Code, code) > 0))
                .OrderBy(a => EF.Property<string>(a, name))
                .ThenBy(a => a.Code);
    }
}
