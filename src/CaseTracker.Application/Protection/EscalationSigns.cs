using CaseTracker.Application.Persistence;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Vocabularies;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Protection;

/// <summary>A sign as the reader may know it: every act in it is of an incident that they see.</summary>
/// <param name="Number">Incident of the act that makes it, where it can be answered.</param>
/// <param name="BeforeNumber">Incident of what came before it.</param>
internal sealed record FoundSign(PersonId Person, EscalationSign Sign, string Number, MemberId Owner, string? BeforeNumber, SignDismissal? Dismissal);

/// <summary>
/// Finds signs of escalation among what the reader may see of each person, and nothing else: what is another's leaves no trace
/// in them. Those that an assessment answered are left out, unless somebody had dismissed them: what was said then stays to be read.
/// </summary>
public sealed class EscalationSigns(ICaseTrackerDb db, ITerms terms, Calendar calendar)
{
    /// <summary>Of these people, wherever the acts were.</summary>
    internal Task<IReadOnlyList<FoundSign>> OfAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken)
    {
        var wanted = people.Select(p => (PersonId?)p).ToList();
        return wanted.Count == 0 ? Task.FromResult<IReadOnlyList<FoundSign>>([]) : FindAsync(db.Victims.Where(v => wanted.Contains(v.PersonId)).Select(v => v.PersonId), cancellationToken);
    }

    /// <summary>Those that ask for attention in these incidents: the act that makes the sign is theirs.</summary>
    internal async Task<IReadOnlyList<FoundSign>> StandingAsync(MemberId? owner, CancellationToken cancellationToken)
    {
        var since = calendar.Today.AddDays(-Escalation.CurrentDays);
        var sinceThen = calendar.StartOf(since);

        // An act of its own date was recorded on that day or later: only what was changed since then is looked into.
        var recent = db.Incidents.Where(i => i.ErasedAt == null && (i.LastDay >= since || (i.ChangedAt >= sinceThen && i.Acts.Any(a => a.On!.Latest >= since))));
        if (owner is not null)
        {
            recent = recent.Where(i => i.OwnerId == owner);
        }

        var people = recent.SelectMany(i => i.Victims, (_, v) => v.PersonId);
        var found = await FindAsync(people, cancellationToken);
        return [.. found.Where(s => s.Dismissal is null && (owner is null || s.Owner == owner))];
    }

    private async Task<IReadOnlyList<FoundSign>> FindAsync(IQueryable<PersonId?> people, CancellationToken cancellationToken)
    {
        var rows = await db.Incidents.AsNoTracking()
            .Where(i => i.ErasedAt == null)
            .SelectMany(i => i.Victims, (i, v) => new { Incident = i, Victim = v })
            .Where(v => v.Victim.PersonId != null && people.Contains(v.Victim.PersonId))
            .SelectMany(v => v.Incident.Acts.Where(a => a.VictimSequence == v.Victim.Sequence), (v, a) => new
            {
                v.Incident.Id,
                v.Incident.Number,
                v.Incident.OwnerId,
                v.Incident.CreatedAt,
                v.Incident.StartedOn,
                Person = v.Victim.PersonId!.Value,
                a.Sequence,
                a.Code,
                a.On,
            })
            .ToListAsync(cancellationToken);
        var incidents = rows.DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => (r.Number, r.OwnerId, LoggedOn: calendar.DayOf(r.CreatedAt)));
        var signs = rows.GroupBy(r => r.Person)
            .SelectMany(of => Escalation.SignsOf([.. of.Select(r => new SufferedAct(r.Id, r.Sequence, r.Code, terms.Find(Lists.Acts, r.Code)?.Parent, r.On ?? r.StartedOn))], calendar.Today), (of, sign) => (Person: of.Key, Sign: sign))
            .ToList();
        if (signs.Count == 0)
        {
            return [];
        }

        var answers = await AnswersAsync([.. signs.Select(s => s.Person)], [.. signs.Select(s => s.Sign.Last.Incident)], cancellationToken);
        var ids = signs.Select(s => s.Sign.Last.Incident).ToList();
        var dismissals = await db.SignDismissals.AsNoTracking().Where(d => ids.Contains(d.IncidentId)).ToListAsync(cancellationToken);
        return
        [
            .. signs
                .Select(s => new FoundSign(
                    s.Person,
                    s.Sign,
                    incidents[s.Sign.Last.Incident].Number,
                    incidents[s.Sign.Last.Incident].OwnerId,
                    s.Sign.Before is { } before ? incidents[before.Incident].Number : null,
                    dismissals.FirstOrDefault(d => d.IncidentId == s.Sign.Last.Incident && d.ActSequence == s.Sign.Last.Sequence && d.Kind == s.Sign.Kind)))
                .Where(s => s.Dismissal is not null || !answers.Any(a => (a.PersonId == s.Person || (a.PersonId == null && a.IncidentId == s.Sign.Last.Incident)) && s.Sign.IsAnsweredBy(a.AssessedOn, incidents[s.Sign.Last.Incident].LoggedOn)))
                .OrderByDescending(s => s.Sign.Last.On.Earliest).ThenBy(s => s.Number, StringComparer.Ordinal).ThenBy(s => s.Sign.Last.Sequence).ThenBy(s => s.Sign.Kind),
        ];
    }

    private async Task<List<Answer>> AnswersAsync(List<PersonId> people, List<IncidentId> incidents, CancellationToken cancellationToken)
    {
        var persons = people.ConvertAll(p => (PersonId?)p);
        return await db.RiskAssessments.AsNoTracking()
            .Where(a => persons.Contains(a.PersonId) || (a.PersonId == null && incidents.Contains(a.IncidentId)))
            .Select(a => new Answer(a.IncidentId, a.PersonId, a.AssessedOn))
            .ToListAsync(cancellationToken);
    }

    private sealed record Answer(IncidentId IncidentId, PersonId? PersonId, DateOnly AssessedOn);
}
