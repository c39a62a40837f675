using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Access;

/// <summary>Somebody new, with a sign-in whose password they choose themselves through a one-time link.</summary>
/// <param name="Teams">Names of existing teams; without one they see and log nothing yet.</param>
[Requires(Permission.ManageUsers)]
public sealed record AddMember(string? DisplayName, string? Email, Role Role, string Language, IReadOnlyList<string> Teams) : ICommand<Result<Invitation>>;

/// <param name="Code">Proof that whoever follows the link was invited. Shown once, stored nowhere.</param>
public sealed record Invitation(MemberId Member, string Code)
{
    /// <summary>Local address of the set-up page.</summary>
    public string Path => $"/account/set-up?user={Member.Value:N}&code={Uri.EscapeDataString(Code)}";
}

public sealed class AddMemberHandler(ICaseTrackerDb db, ISignIns signIns, AccessNotices notices, Calendar calendar, Trail trail) : IRequestHandler<AddMember, Result<Invitation>>
{
    public async Task<Result<Invitation>> Handle(AddMember request, CancellationToken cancellationToken)
    {
        var names = request.Teams.Select(t => t.Trim()).Distinct().ToList();
        var teams = await db.Teams.Where(t => names.Contains(t.Name)).Select(t => t.Id).ToListAsync(cancellationToken);
        if (teams.Count < names.Count)
        {
            return MemberErrors.TeamMissing;
        }

        var invited = Member.Invite(MemberId.New(calendar.Now), request.DisplayName, request.Email, request.Role, request.Language, teams, calendar.Now);
        if (!invited.TryGet(out var member))
        {
            return invited.Refusals.ToList();
        }

        if (await signIns.IsTakenAsync(member.Email, cancellationToken))
        {
            return MemberErrors.EmailTaken;
        }

        trail.Of(member.Id.Value.ToString("N"), member.Role.ToString());
        db.Members.Add(member);
        await notices.TellAsync(NoticeKind.MemberAdded, member.Id, teams, member.Role.ToString(), cancellationToken);
        return new Invitation(member.Id, await signIns.CreateAsync(member, cancellationToken));
    }
}
