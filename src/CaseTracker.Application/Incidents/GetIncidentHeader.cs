using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Erasures;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>What stands above every page of an incident.</summary>
[Requires(Permission.SeeIncidents)]
public sealed record GetIncidentHeader(string Number) : IReadsIncident<Result<IncidentHeader>>
{
    public bool IsFrame => true;
}

/// <param name="Next">The open follow-up that is due first; null if nothing is planned.</param>
/// <param name="MayWork">The reader may change it, and not only read.</param>
/// <param name="MayLead">The reader may hand it over and name others for it.</param>
/// <param name="IsOfferedToReader">Somebody asks the reader to take it over.</param>
/// <param name="IsSupported">What is recorded of the claims is enough for "verified"; null while nothing is recorded.</param>
/// <param name="Risk">Of assessments that hold today.</param>
/// <param name="DaysSinceInvestigated">Whole days since the last investigative act of a path against aggressors; null if there was none.</param>
/// <param name="IsStalled">A path against aggressors has waited longer than its authority has.</param>
public sealed record IncidentHeader(
    IncidentId Id,
    string Number,
    string Title,
    Workflow Workflow,
    Verification Verification,
    bool? IsSupported,
    Stage? Highest,
    Stage? Lowest,
    MemberId OwnerId,
    string Owner,
    TeamId TeamId,
    string Team,
    string Priority,
    string Consent,
    NextAction? Next,
    int? DaysSinceInvestigated,
    bool IsStalled,
    RiskStanding Risk,
    int Version,
    DateTimeOffset LoggedAt,
    string LoggedBy,
    bool IsDemonstration,
    Circle Circle,
    bool MayWork,
    bool MayLead,
    bool IsOfferedToReader,
    ErasedView? Erased);

/// <param name="Kind">Code of the list <c>follow-up-kinds</c>.</param>
/// <param name="DaysLeft">Negative when overdue.</param>
public sealed record NextAction(string Kind, DateOnly DueOn, int DaysLeft);

public sealed class GetIncidentHeaderHandler(ICaseTrackerDb db, CurrentActor current, IVault vault, Calendar calendar, Trail trail) : IRequestHandler<GetIncidentHeader, Result<IncidentHeader>>
{
    public async Task<Result<IncidentHeader>> Handle(GetIncidentHeader request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var me = current.Actor.Id ?? default;
        var today = calendar.Today;
        var found = await db.Incidents.AsNoTracking().Where(i => i.Number == request.Number).Select(i => new
        {
            i.Id,
            i.Title,
            i.Workflow,
            i.Verification,
            i.IsSupported,
            i.HighestStage,
            i.LowestStage,
            i.LastInvestigated,
            i.PriorityCode,
            i.ConsentCode,
            i.Version,
            i.CreatedAt,
            i.IsDemonstration,
            i.OwnerId,
            i.TeamId,
            i.Circle,
            i.ErasedAt,
            IsStalled = i.ErasedAt == null && i.Proceedings.Any(p => p.StalledFrom <= today),
            IsOffered = i.HandOvers.Any(h => h.To == me && h.State == HandOverState.Open),
            Owner = db.Members.Where(m => m.Id == i.OwnerId).Select(m => m.DisplayName).FirstOrDefault(),
            LoggedBy = db.Members.Where(m => m.Id == i.LoggedBy).Select(m => m.DisplayName).FirstOrDefault(),
            Team = db.Teams.Where(t => t.Id == i.TeamId).Select(t => t.Name).FirstOrDefault(),
        }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return SharedErrors.NotFound;
        }

        var next = await db.FollowUps.AsNoTracking()
            .Where(f => f.IncidentId == found.Id && f.Status == FollowUpStatus.Open)
            .OrderBy(f => f.DueOn)
            .Select(f => new { f.KindCode, f.DueOn })
            .FirstOrDefaultAsync(cancellationToken);
        var keys = await vault.OfAsync(found.Id, cancellationToken);
        return new IncidentHeader(
            found.Id,
            request.Number,
            keys.Title(found.Title),
            found.Workflow,
            found.Verification,
            found.IsSupported,
            found.HighestStage,
            found.LowestStage,
            found.OwnerId,
            found.Owner ?? "",
            found.TeamId,
            found.Team ?? "",
            found.PriorityCode,
            found.ConsentCode,
            next is null ? null : new NextAction(next.KindCode, next.DueOn, next.DueOn.DayNumber - today.DayNumber),
            found.LastInvestigated is { } last ? today.DayNumber - last.DayNumber : null,
            found.IsStalled,
            await RiskAsync(found.Id, today, cancellationToken),
            found.Version,
            found.CreatedAt,
            found.LoggedBy ?? "",
            found.IsDemonstration,
            found.Circle,
            await db.Incidents.Where(i => i.Id == found.Id).AnyAsync(NeedToKnow.WorkOf(current.Actor, calendar.Now), cancellationToken),
            found.ErasedAt is null && current.Actor.Leads(found.OwnerId, found.TeamId, found.Circle),
            found.IsOffered,
            await db.ErasedAsync(found.ErasedAt, e => e.IncidentId == found.Id && e.PersonId == null, cancellationToken));
    }

    private async Task<RiskStanding> RiskAsync(IncidentId incident, DateOnly today, CancellationToken cancellationToken) => RiskStanding.Of(
        await db.RiskAssessments.AsNoTracking().Where(a => a.IncidentId == incident)
            .Select(a => new AssessedRisk(a.PersonId, a.Sequence, a.Band, a.AssessedOn, a.ValidUntil)).ToListAsync(cancellationToken),
        today);
}
