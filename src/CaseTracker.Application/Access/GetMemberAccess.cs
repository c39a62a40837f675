using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Access;

/// <summary>Where a member is signed in, and whether they have a second factor; never what it is made of.</summary>
[Requires(Permission.ManageUsers)]
public sealed record GetMemberAccess(MemberId Id) : IQuery<Result<MemberAccessView>>;

public sealed record MemberAccessView(string DisplayName, IReadOnlyList<SessionView> Sessions, bool HasSecondFactor);

public sealed class GetMemberAccessHandler(ICaseTrackerDb db, ISessions sessions, ISecondFactors factors) : IRequestHandler<GetMemberAccess, Result<MemberAccessView>>
{
    public async Task<Result<MemberAccessView>> Handle(GetMemberAccess request, CancellationToken cancellationToken) =>
        await db.Members.Where(m => m.Id == request.Id).Select(m => m.DisplayName).SingleOrDefaultAsync(cancellationToken) is { } name
            ? new MemberAccessView(name, await sessions.ListAsync(request.Id, cancellationToken), (await factors.FindAsync(request.Id, cancellationToken)).Count > 0)
            : SharedErrors.NotFound;
}
