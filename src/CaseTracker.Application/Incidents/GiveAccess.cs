using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>Names a person for one incident, up to the end of a day, with the reason.</summary>
[Requires(Permission.GrantAccess)]
public sealed record GiveAccess(string Number, MemberId? Member, GrantLevel? Level, DateOnly? LastDay, string? Reason) : ICommand<Result>, IWorkOnIncident;

public sealed class GiveAccessHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, Trail trail) : IRequestHandler<GiveAccess, Result>
{
    public async Task<Result> Handle(GiveAccess request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number, request.Level is { } asked && Enum.IsDefined(asked) ? asked.ToString() : null);
        var incident = await db.Incidents.WithAccess().FindAsync(request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        if (!current.Actor.Leads(incident))
        {
            return AccessErrors.NotYours;
        }

        var refusals = new List<Refusal>();
        if (request.Member is not { } member)
        {
            refusals.Add(SharedErrors.Required.On(nameof(request.Member)));
        }
        else if (!await db.Members.WhoMaySeeIncidents().AnyAsync(m => m.Id == member, cancellationToken))
        {
            refusals.Add(AccessErrors.NobodyToGrant);
        }

        if (request.Level is null)
        {
            refusals.Add(SharedErrors.Required.On(nameof(request.Level)));
        }

        if (request.LastDay is null)
        {
            refusals.Add(SharedErrors.Required.On(nameof(request.LastDay)));
        }

        // The rest is checked with stand-ins, so that one answer names everything that is wrong.
        var lastDay = request.LastDay is { } day && day < DateOnly.MaxValue ? day : calendar.Today.AddDays(request.LastDay is null ? 0 : Incident.LongestGrantDays + 1);
        var grant = new GrantToGive(request.Member ?? default, request.Level ?? GrantLevel.Read, lastDay, EndOf(lastDay));
        var given = incident.Grant(grant, request.Reason, calendar.Today, new Stamp(current.MemberId, calendar.Now));
        refusals.AddRange(given.Refusals);
        if (refusals.Count == 0)
        {
            var key = $"grant:{incident.Id.Value:N}:{incident.Grants.Count}";
            db.Notices.Add(Notice.To(grant.Member, key, NoticeKind.AccessGiven, incident.Id, calendar.Now));
        }

        return Result.Of(refusals);
    }

    /// <summary>Only of days that a grant may last to; of others it does not matter, they are refused.</summary>
    private DateTimeOffset EndOf(DateOnly lastDay) =>
        lastDay < calendar.Today || lastDay > calendar.Today.AddDays(Incident.LongestGrantDays) ? calendar.Now : calendar.StartOf(lastDay.AddDays(1));
}
