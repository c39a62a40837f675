using CaseTracker.Application.Accountability;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

public static class IncidentsMatching
{
    /// <summary>The one meaning of each filter, for lists, counts and whatever else must agree with them.</summary>
    public static IQueryable<Incident> Matching(this ICaseTrackerDb db, IncidentCriteria wanted) => db.Incidents
        .Found(db, wanted)
        .OfStanding(wanted)
        .OfOurWork(db, wanted)
        .OfContent(db, wanted)
        .OfTime(wanted);

    private static IQueryable<Incident> If(this IQueryable<Incident> incidents, bool asked, Func<IQueryable<Incident>, IQueryable<Incident>> narrow) =>
        asked ? narrow(incidents) : incidents;

    // Asked once, instead of once for each incident.
    private static IQueryable<Incident> Among(this IQueryable<Incident> incidents, IQueryable<IncidentId> some) => incidents.Where(i => some.Contains(i.Id));

    // Sets of ids, each from an index of its own: a condition with "or" would read every incident.
    private static IQueryable<Incident> Found(this IQueryable<Incident> incidents, ICaseTrackerDb db, IncidentCriteria wanted)
    {
        if (wanted.Text is not { } text)
        {
            return incidents;
        }

        var named = text.Named;
        var found = db.Incidents.Where(i => named.Contains(i.Id)).Select(i => i.Id);
        if (text.Words.Count > 0)
        {
            found = found.Union(text.Words.Skip(1).Aggregate(Under(db, text.Words[0]), (ids, stems) => ids.Intersect(Under(db, stems))));
        }

        if (text.MayBeNumberOrPseudonym)
        {
            var lower = text.Lower;
            var people = db.People.Where(p => EF.Functions.Like(p.Pseudonym.ToLower(), lower, SearchText.Escape)).Select(p => (PersonId?)p.Id);
            found = found
                .Union(db.Incidents.Where(i => EF.Functions.Like(i.Number.ToLower(), lower, SearchText.Escape)).Select(i => i.Id))
                .Union(db.Victims.Where(v => people.Contains(v.PersonId)).Select(v => v.IncidentId));
        }

        return incidents.Among(found);
    }

    private static IQueryable<IncidentId> Under(ICaseTrackerDb db, List<long> stems) => db.Words.Where(w => stems.Contains(w.Word)).Select(w => w.IncidentId);

    private static IQueryable<Incident> OfStanding(this IQueryable<Incident> incidents, IncidentCriteria wanted) => incidents
        .If(wanted.NoPath || wanted.Path == false, q => q.Where(i => i.HighestStage == null))
        .If(wanted.Path == true, q => q.Where(i => i.HighestStage != null))
        .If(wanted.Stage is not null, q => q.Where(i => i.HighestStage == wanted.Stage))
        .If(wanted.MinStage is not null, q => q.Where(i => i.HighestStage >= wanted.MinStage))
        .If(wanted.Reached is not null, q => q.Where(i => i.FurthestRung >= wanted.Reached))
        .If(wanted.Convicted == true, q => q.Where(i => i.HighestStage >= Stage.J6))
        .If(wanted.Convicted == false, q => q.Where(i => i.HighestStage == null || i.HighestStage < Stage.J6))
        .If(wanted.Justice is not null, q => q.Where(i => i.HighestStage != null && i.HighestStage != Stage.X5))
        .If(wanted.Justice == JusticeAsked.None, q => q.Where(i => i.HighestStage < Stage.J6))
        .If(wanted.Justice == JusticeAsked.Partial, q => q.Where(i => i.HighestStage == Stage.J6))
        .If(wanted.Justice == JusticeAsked.Full, q => q.Where(i => i.HighestStage >= Stage.J7))
        .If(wanted.Justice == JusticeAsked.Unresolved, q => q.Where(i => i.HighestStage < Stage.J7))
        .If(wanted.Stalled, q => q.WithStalledPath(wanted.Today))
        .If(wanted.Hearing, q => q.WithHearingSoon(wanted.Today))
        .If(wanted.LowestVerification is not null, q => q.Where(i => i.Verification >= wanted.LowestVerification && i.Verification <= wanted.HighestVerification));

    private static IQueryable<Incident> OfOurWork(this IQueryable<Incident> incidents, ICaseTrackerDb db, IncidentCriteria wanted) => incidents
        .If(wanted.Workflow is not null, q => q.Where(i => i.Workflow == wanted.Workflow))
        .If(wanted.Owner is not null, q => q.Where(i => i.OwnerId == wanted.Owner))
        .If(wanted.Teams is not null, q => q.Where(i => wanted.Teams!.Contains(i.TeamId)))
        .If(wanted.Priority is not null, q => q.Where(i => i.PriorityCode == wanted.Priority))
        .If(wanted.Handed, q => q
            .Where(i => db.Incidents.SelectMany(o => o.HandOvers.Where(h => h.To == wanted.Reader && h.State == HandOverState.Open), (o, _) => o.Id).Contains(i.Id)
                || (i.OwnerId == wanted.Reader
                    && db.Notices.Where(n => n.MemberId == wanted.Reader && n.Kind == NoticeKind.IncidentAssigned && n.SeenAt == null).Select(n => n.IncidentId).Contains((IncidentId?)i.Id))));

    private static IQueryable<Incident> OfContent(this IQueryable<Incident> incidents, ICaseTrackerDb db, IncidentCriteria wanted) => incidents
        .If(wanted.Acts is not null, q => q.Among(db.Incidents.SelectMany(i => i.Acts.Where(a => wanted.Acts!.Contains(a.Code)), (i, _) => i.Id)))
        .If(wanted.Killings == true, q => q.Among(db.Incidents.SelectMany(i => i.Acts.Where(a => wanted.KillingActs.Contains(a.Code)), (i, _) => i.Id)))
        .If(wanted.Killings == false, q => q.Where(i => !i.Acts.Any(a => wanted.KillingActs.Contains(a.Code))))
        .If(wanted.Perpetrator is not null, q => q.Among(db.Incidents.SelectMany(i => i.Involvements.Where(p => p.PerpetratorCode == wanted.Perpetrator), (i, _) => i.Id)))
        .If(wanted.Profile is not null, q =>
        {
            var people = db.People.SelectMany(p => p.Profiles.Where(d => d.Code == wanted.Profile), (p, _) => (PersonId?)p.Id);
            return q.Where(i => i.Victims.Any(v => people.Contains(v.PersonId)));
        })
        .If(wanted.Release is not null, q => q.Where(i => i.Citations.Any(c => db.Releases.Any(r => r.Id == c.ReleaseId && r.Key == wanted.Release))))
        .If(wanted.Area is { IsCountry: true }, q => q.Where(i => i.Place.Country == wanted.Area!.Code))
        .If(wanted.Area is { IsCountry: false }, q => q.Where(i => i.Place.State == wanted.Area!.Code));

    // An unknown date is kept as the first day of the calendar: it lies in no range.
    private static IQueryable<Incident> OfTime(this IQueryable<Incident> incidents, IncidentCriteria wanted) => incidents
        .If(wanted.From is not null, q => q.Where(i => i.LastDay >= wanted.From))
        .If(wanted.To is not null, q => q.Where(i => i.FirstDay <= wanted.To && i.FirstDay != DateOnly.MinValue))
        .If(wanted.BeganBy is not null, q => q.Where(i => i.LastDay <= wanted.BeganBy && i.LastDay != DateOnly.MinValue))
        .If(wanted.AsOf is not null, q => q.Where(i => i.FirstDay <= wanted.AsOf))
        .If(wanted.Counted is not null, q => q.Where(i => wanted.Counted == (
            i.Verification <= Verification.V3
            && i.FirstDay != DateOnly.MinValue
            && !i.Proceedings.Any(p => !p.IsAgainstDefender && p.Stages.Any(s => s.On.Latest < i.FirstDay && !p.Stages.Any(c => c.Corrects == s.Sequence))))));
}
