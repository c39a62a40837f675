using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Paging;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Protection;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Today;

/// <summary>What the reader must do now. Each number is counted by the very filter of the list behind it.</summary>
[Requires(Permission.SeeToday)]
public sealed record GetToday : ITracedList<Result<TodayView>>
{
    public int RowsIn(Result<TodayView> answer) => answer.Value.Counted;
}

/// <param name="Stalled">Paths on which nobody investigates: of the reader's own incidents, and of their teams' where they supervise.</param>
/// <param name="Hearings">The reader's own incidents in which a hearing is near.</param>
/// <param name="Waiting">Waiting for the reader's review; null for those who do not review.</param>
/// <param name="Unsupported">Verified incidents whose recorded claims no longer hold that; null for those who do not review.</param>
/// <param name="Replies">Interventions whose reply is overdue.</param>
/// <param name="Drafts">The reader's own, the latest first.</param>
/// <param name="Measures">Protection measures of the reader's incidents that are overdue.</param>
/// <param name="Signs">Signs of escalation in the reader's incidents.</param>
/// <param name="StalledAsked">The list behind <paramref name="Stalled"/>.</param>
public sealed record TodayView(
    int Overdue, int DueSoon, int? Waiting, int? Unsupported, int Handed, int Stalled, int Hearings, int Replies, int Measures, int Signs, IReadOnlyList<DraftListing> Drafts, StalledFilter StalledAsked)
{
    public int Counted => Overdue + DueSoon + (Waiting ?? 0) + (Unsupported ?? 0) + Handed + Stalled + Hearings + Replies + Measures + Signs;
}

public sealed record DraftListing(Guid Id, DateTimeOffset SavedAt);

public sealed class GetTodayHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, ITerms terms, IAreas areas, EscalationSigns signs) : IRequestHandler<GetToday, Result<TodayView>>
{
    public async Task<Result<TodayView>> Handle(GetToday request, CancellationToken cancellationToken) => new TodayView(
        await CountAsync(new FollowUpFilter(When: FollowUpFilter.Overdue), cancellationToken),
        await CountAsync(new FollowUpFilter(When: FollowUpFilter.Week), cancellationToken),
        current.Actor.Role == Role.Supervisor ? await CountAsync(TodayLists.Waiting, cancellationToken) : null,
        current.Actor.Role == Role.Supervisor ? await CountAsync(TodayLists.Unsupported, cancellationToken) : null,
        await CountAsync(TodayLists.Handed, cancellationToken),
        await TodayLists.StalledFor(current.Actor).Of(db, areas, current.Actor, calendar.Today).Paths.CountAsync(cancellationToken),
        await CountAsync(TodayLists.Hearings, cancellationToken),
        await TodayLists.Replies.Of(db, current.Actor, calendar.Today).CountAsync(cancellationToken),
        await TodayLists.Measures.Of(db, current.Actor, calendar.Today).CountAsync(cancellationToken),
        (await signs.StandingAsync(current.MemberId, cancellationToken)).Count,
        await db.Drafts.OrderByDescending(d => d.SavedAt).Select(d => new DraftListing(d.Id, d.SavedAt)).ToListAsync(cancellationToken),
        TodayLists.StalledFor(current.Actor));

    private Task<int> CountAsync(FollowUpFilter filter, CancellationToken cancellationToken) =>
        filter.Of(db, current.Actor, calendar.Today).CountAsync(cancellationToken);

    private Task<int> CountAsync(IncidentFilter filter, CancellationToken cancellationToken) =>
        db.Matching(filter.Read(terms, areas, calendar, current.Actor).Value).CountAsync(cancellationToken);
}

/// <summary>The lists that today's numbers open, besides those of follow-ups.</summary>
public static class TodayLists
{
    public static readonly IncidentFilter Waiting = new() { Workflow = "CT-WF-REVIEW", Team = IncidentFilter.Mine };
    public static readonly IncidentFilter Unsupported = new() { Supported = nameof(SupportAsked.No), Team = IncidentFilter.Mine };
    public static readonly IncidentFilter Handed = new() { Handed = FilterReading.Yes };
    public static readonly IncidentFilter Hearings = new() { Owner = IncidentFilter.Me, Hearing = FilterReading.Yes };
    public static readonly MeasureFilter Measures = new(State: MeasureFilter.Overdue);
    public static readonly InterventionFilter Replies = new() { State = InterventionFilter.Overdue };

    /// <summary>A supervisor owns few incidents, and answers for those of the team.</summary>
    public static StalledFilter StalledFor(Actor actor) => new(actor.Role == Role.Supervisor ? StalledFilter.Team : StalledFilter.Mine);
}
