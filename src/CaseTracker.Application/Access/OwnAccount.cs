using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Access;

[Requires(Permission.ManageOwnAccount)]
public sealed record OwnAccount : IQuery<Result<OwnAccountView>>;

public sealed record OwnAccountView(string DisplayName, string Email, Role Role, string Language, IReadOnlyList<string> Teams);

public sealed class OwnAccountHandler(ICaseTrackerDb db, CurrentActor current) : IRequestHandler<OwnAccount, Result<OwnAccountView>>
{
    public async Task<Result<OwnAccountView>> Handle(OwnAccount request, CancellationToken cancellationToken)
    {
        var id = current.MemberId;
        var teams = current.Actor.Teams;
        var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancellationToken);
        if (member is null)
        {
            return SharedErrors.NotFound;
        }

        var names = await db.Teams.Where(t => teams.Contains(t.Id)).OrderBy(t => t.Name).Select(t => t.Name).ToListAsync(cancellationToken);
        return new OwnAccountView(member.DisplayName, member.Email, member.Role, member.Language, names);
    }
}

/// <param name="Language">Of the mails sent to them: <c>en</c> or <c>es</c>.</param>
[Requires(Permission.ManageOwnAccount)]
public sealed record ChangeOwnAccount(string? DisplayName, string Language) : ICommand<Result>;

public sealed class ChangeOwnAccountHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<ChangeOwnAccount, Result>
{
    public async Task<Result> Handle(ChangeOwnAccount request, CancellationToken cancellationToken)
    {
        var id = current.MemberId;
        var member = await db.Members.Include(m => m.Memberships).SingleOrDefaultAsync(m => m.Id == id, cancellationToken);
        if (member is null)
        {
            return SharedErrors.NotFound;
        }

        trail.Of(id.Value.ToString("N"));
        var changed = member.Change(request.DisplayName, member.Role, member.Teams, member.IsActive, calendar.Now);
        if (changed.IsSuccess)
        {
            member.Speak(request.Language, calendar.Now);
        }

        return changed;
    }
}
