using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.FollowUps;

/// <summary>Which follow-ups a list shows, as its link says it; a part that cannot be understood is refused.</summary>
/// <param name="Whose"><c>mine</c> (if empty) or <c>team</c>: everything that the reader sees.</param>
/// <param name="When">What is open (if empty), <c>overdue</c>, <c>week</c>, <c>later</c> or <c>done</c>.</param>
public sealed record FollowUpFilter(string? Whose = null, string? When = null)
{
    public const string Mine = "mine";
    public const string Team = "team";
    public const string Overdue = "overdue";
    public const string Week = "week";
    public const string Later = "later";
    public const string Done = "done";

    /// <summary>"Due soon" is what can still be planned for.</summary>
    public const int SoonDays = 7;

    public static readonly IReadOnlyList<string> Moments = [Overdue, Week, Later, Done];

    public IEnumerable<Refusal> Check()
    {
        if (!string.IsNullOrEmpty(Whose) && Whose is not (Mine or Team))
        {
            yield return SharedErrors.UnknownTerm.On(nameof(Whose));
        }

        if (!string.IsNullOrEmpty(When) && !Moments.Contains(When))
        {
            yield return SharedErrors.UnknownTerm.On(nameof(When));
        }
    }

    /// <summary>The one meaning of overdue, this week and later, for lists and counts alike.</summary>
    /// <param name="db">Shows only what the actor may see.</param>
    /// <param name="actor">Whose "mine" it is.</param>
    /// <param name="today">The organisation's day.</param>
    /// <param name="incident">Only those of this incident; whoever they are for.</param>
    internal IQueryable<FollowUp> Of(ICaseTrackerDb db, Actor actor, DateOnly today, IncidentId? incident = null)
    {
        var status = When == Done ? FollowUpStatus.Done : FollowUpStatus.Open;
        var followUps = db.FollowUps.AsNoTracking().Where(f => f.Status == status);
        if (incident is { } one)
        {
            followUps = followUps.Where(f => f.IncidentId == one);
        }
        else if (Whose != Team)
        {
            var me = actor.Id ?? default;
            followUps = followUps.Where(f => f.AssigneeId == me);
        }

        var soon = today.AddDays(SoonDays);
        return When switch
        {
            Overdue => followUps.Where(f => f.DueOn < today),
            Week => followUps.Where(f => f.DueOn >= today && f.DueOn <= soon),
            Later => followUps.Where(f => f.DueOn > soon),
            _ => followUps,
        };
    }

    /// <summary>The moment that an open follow-up belongs to.</summary>
    public static string MomentOf(DateOnly due, DateOnly today) => due < today ? Overdue : due <= today.AddDays(SoonDays) ? Week : Later;
}
