using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Protection;

/// <summary>Somebody looked at a sign of escalation and says why it asks for nothing; kept with their name. A later act makes a new one.</summary>
/// <param name="Number">Incident of the act that makes the sign.</param>
/// <param name="Sign">As <see cref="SignView.Name"/>.</param>
[Requires(Permission.WorkOnIncidents)]
public sealed record DismissSign(string Number, string? Sign, string? Reason) : ICommand<Result>, IWorkOnIncident;

public sealed class DismissSignHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, EscalationSigns signs, Trail trail) : IRequestHandler<DismissSign, Result>
{
    public async Task<Result> Handle(DismissSign request, CancellationToken cancellationToken)
    {
        // Which sign it was is not told to the trail: that there was one may say that there is another incident.
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.AsNoTracking().Include(i => i.Victims).FindAsync(request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        var here = (await signs.OfAsync([.. incident.Victims.Select(v => v.PersonId).OfType<PersonId>()], cancellationToken)).Where(s => s.Number == request.Number).ToList();
        var found = here.FirstOrDefault(s => SignNames.Of(s.Sign.Kind, s.Sign.Last.Sequence) == request.Sign);
        if (string.IsNullOrWhiteSpace(request.Sign))
        {
            var reason = string.IsNullOrWhiteSpace(request.Reason) ? [SharedErrors.Required.On(nameof(request.Reason))] : Array.Empty<Refusal>();
            return Result.Of([SharedErrors.Required.On(nameof(request.Sign)), .. reason]);
        }

        if (found is null or { Dismissal: not null })
        {
            return SignErrors.NothingToDismiss;
        }

        var dismissed = SignDismissal.Of(found.Sign, request.Reason, new Stamp(current.MemberId, calendar.Now));
        if (!dismissed.TryGet(out var dismissal))
        {
            return Result.Of(dismissed.Refusals);
        }

        db.SignDismissals.Add(dismissal);
        return Result.Success;
    }
}
