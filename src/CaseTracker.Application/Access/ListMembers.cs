using CaseTracker.Application.Paging;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Access;

/// <summary>Everybody who works here or did, by name.</summary>
[Requires(Permission.ManageUsers)]
public sealed record ListMembers(string? At = null, string? Size = null) : ITracedPage<MemberListing>;

public sealed record MemberListing(MemberId Id, string DisplayName, string Email, Role Role, bool IsActive, IReadOnlyList<string> Teams);

public sealed class ListMembersHandler(ICaseTrackerDb db) : IRequestHandler<ListMembers, Result<Page<MemberListing>>>
{
    private const string ByName = "name";

    public async Task<Result<Page<MemberListing>>> Handle(ListMembers request, CancellationToken cancellationToken)
    {
        var size = Page.ReadSize(request.Size);
        var at = Cursor.Read(request.At, ByName);
        List<Refusal> refusals = [.. size.Refusals, .. at.Refusals];
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var members = db.Members.AsNoTracking();
        var rows = await From(members, at.Value)
            .Take(size.Value + 1)
            .Select(m => new MemberListing(
                m.Id,
                m.DisplayName,
                m.Email,
                m.Role,
                m.IsActive,
                m.Memberships.Join(db.Teams, s => s.TeamId, t => t.Id, (_, t) => t.Name).ToList()))
            .ToListAsync(cancellationToken);
        return Page.Of(rows, size.Value, at.Value, await members.CountAsync(cancellationToken), (row, back) => new Cursor(ByName, back, row.DisplayName, row.Email));
    }

    private static IQueryable<Member> From(IQueryable<Member> members, Cursor? at)
    {
        if (at is null)
        {
            return members.OrderBy(m => m.DisplayName).ThenBy(m => m.Email);
        }

        var (name, email) = (at.Value, at.Key);
        return at.Backwards
            ? members
                .Where(m => string.Compare(m.DisplayName, name) < 0 || (m.DisplayName == name && string.Compare(m.Email, email) < 0))
                .OrderByDescending(m => m.DisplayName)
                .ThenByDescending(m => m.Email)
            : members
                .Where(m => string.Compare(m.DisplayName, name) > 0 || (m.DisplayName == name && string.Compare(m.Email, email) > 0))
                .OrderBy(m => m.DisplayName)
                .ThenBy(m => m.Email);
    }
}
