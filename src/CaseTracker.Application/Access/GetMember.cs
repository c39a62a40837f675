using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Access;

/// <summary>One member as the administrator may change them.</summary>
[Requires(Permission.ManageUsers)]
public sealed record GetMember(MemberId Id) : ITracedRead<Result<MemberView>>
{
    public string? RecordIn(Result<MemberView> answer) => Id.Value.ToString("N");
}

public sealed record MemberView(MemberId Id, int Version, string DisplayName, string Email, Role Role, bool IsActive, IReadOnlyList<TeamId> Teams);

public sealed class GetMemberHandler(ICaseTrackerDb db) : IRequestHandler<GetMember, Result<MemberView>>
{
    public async Task<Result<MemberView>> Handle(GetMember request, CancellationToken cancellationToken) =>
        await db.Members.AsNoTracking().Include(m => m.Memberships).SingleOrDefaultAsync(m => m.Id == request.Id, cancellationToken) is { } member
            ? new MemberView(member.Id, member.Version, member.DisplayName, member.Email, member.Role, member.IsActive, [.. member.Teams])
            : SharedErrors.NotFound;
}
