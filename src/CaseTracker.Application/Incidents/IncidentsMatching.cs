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
        .OfStanding(db, wanted)
        .OfOurWork(db, wanted)
        .OfContent(db, wanted)
        .OfTime(wanted);

    public static IQueryable<Incident> Numbered(this ICaseTrackerDb db, SearchText text)
    {
        var lower = text.Lower;
        return db.Incidents.Where(i => EF.Functions.Like(i.Number.ToLower(), lower, SearchText.Escape));
    }

    public static IQueryable<Person> PeopleCalled(this ICaseTrackerDb db, SearchText text)
    {
        var lower = text.Lower;
        return db.People.Where(p => EF.Functions.Like(p.Pseudonym.ToLower(), lower, SearchText.Escape));
    }

    /// <summary>The first of the words, in incidents that have all the others as well.</summary>
    public static IQueryable<IncidentWord> WordsBeside(this ICaseTrackerDb db, IReadOnlyList<List<long>> words) =>
        words.Skip(1).Aggregate(Words(db, words[0]), (some, stems) => some.Where(w => db.Words.Any(o => o.IncidentId == w.IncidentId && stems.Contains(o.Word))));

    private static IQueryable<Incident> If(this IQueryable<Incident> incidents, bool asked, Func<IQueryable<Incident>, IQueryable<Incident>> narrow) =>
        asked ? narrow(incidents) : incidents;

    // Asked once, instead of once for each incident.
    private static IQueryable<Incident> Among(this IQueryable<Incident> incidents, IQueryable<IncidentId> some) => incidents.Where(i => some.Contains(i.Id));

    private static IQueryable<Incident> Found(this IQueryable<Incident> incidents, ICaseTrackerDb db, IncidentCriteria wanted) => wanted.Text switch
    {
        null => incidents,
        { IsCommon: true } text => incidents.FoundOneByOne(db, text),
        var text => incidents.FoundAmong(db, text),
    };

    // Sets of ids, each from an index of its own: a condition with "or" would read every incident.
    private static IQueryable<Incident> FoundAmong(this IQueryable<Incident> incidents, ICaseTrackerDb db, SearchText text)
    {
        var known = text.Known;
        var found = db.Incidents.Where(i => known.Contains(i.Id)).Select(i => i.Id);
        return text.Words.Count == 0
            ? incidents.Among(found)
            : incidents.Among(found.Union(text.Words.Skip(1).Aggregate(Under(db, text.Words[0]), (ids, stems) => ids.Intersect(Under(db, stems)))));
    }

    private static IQueryable<Incident> FoundOneByOne(this IQueryable<Incident> incidents, ICaseTrackerDb db, SearchText text)
    {
        var known = text.Known;
        var words = text.Words.Count == 0 ? db.Words.Where(_ => false) : db.WordsBeside(text.Words);
        if (!text.HasManyNumbers && !text.HasManyPseudonyms)
        {
            // Nothing but what the indexes of incidents and of words hold: the rows themselves are long.
            return incidents.Where(i => known.Contains(i.Id) || words.Any(w => w.IncidentId == i.Id));
        }

        var (numbers, pseudonyms, lower) = (text.HasManyNumbers, text.HasManyPseudonyms, text.Lower);
        var people = db.PeopleCalled(text).Select(p => (PersonId?)p.Id);
        return incidents.Where(i => known.Contains(i.Id)
            || (numbers && EF.Functions.Like(i.Number.ToLower(), lower, SearchText.Escape))
            || (pseudonyms && i.Victims.Any(v => people.Contains(v.PersonId)))
            || words.Any(w => w.IncidentId == i.Id));
    }

    private static IQueryable<IncidentId> Under(ICaseTrackerDb db, List<long> stems) => Words(db, stems).Select(w => w.IncidentId);

    private static IQueryable<IncidentWord> Words(ICaseTrackerDb db, List<long> stems) => db.Words.Where(w => stems.Contains(w.Word));

    private static IQueryable<Incident> OfStanding(this IQueryable<Incident> incidents, ICaseTrackerDb db, IncidentCriteria wanted) => incidents
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
        .If(wanted.Hearing, q => q.WithHearingSoon(db, wanted.Today))
        .If(wanted.Supported == SupportAsked.Yes, q => q.Where(i => i.IsSupported == true && i.Verification == Verification.V3))
        .If(wanted.Supported == SupportAsked.No, q => q.Where(i => i.IsSupported == false && i.Verification == Verification.V3))
        .If(wanted.Supported == SupportAsked.Unrecorded, q => q.Where(i => i.IsSupported == null && i.Verification == Verification.V3))
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
        .If(wanted.Person is not null, q => q.Among(db.Victims.Where(v => v.PersonId == wanted.Person).Select(v => v.IncidentId)))
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
            && !i.Proceedings.Any(p => !p.IsAgainstDefender && p.Stages.Any(s => s.On.Latest < i.FirstDay && !s.IsWithdrawal && !p.Stages.Any(c => c.Corrects == s.Sequence))))));
}
