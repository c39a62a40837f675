using CaseTracker.Application.Access;
using CaseTracker.Application.Paging;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Accountability;

/// <summary>Which interventions a list shows, as its link says it; a part that cannot be understood is refused.</summary>
public sealed record InterventionFilter
{
    public const string Mine = "mine";
    public const string Team = "team";
    public const string Overdue = "overdue";
    public const string Awaiting = "awaiting";

    /// <summary>Replied to, and nobody has graded it yet.</summary>
    public const string Ungraded = "none";

    private static readonly Dictionary<string, InterventionState> Settled = new()
    {
        ["replied"] = InterventionState.Replied,
        ["unanswered"] = InterventionState.Unanswered,
        ["not-expected"] = InterventionState.NotExpected,
        ["closed"] = InterventionState.Closed,
    };

    public static readonly IReadOnlyList<string> States = [Overdue, Awaiting, .. Settled.Keys];

    /// <summary><c>mine</c> (if empty: of incidents that the reader owns, what they track themselves of a release, and what somebody tracked who has left) or <c>team</c>: everything that they see.</summary>
    public string? Whose { get; init; }

    /// <summary>One of <see cref="States"/>; all if empty.</summary>
    public string? State { get; init; }

    /// <summary>Code of the list <c>interventions</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Code of <c>reply-grades</c>, or <see cref="Ungraded"/>.</summary>
    public string? Grade { get; init; }

    /// <summary>What is awaited is read by the day it is due; anything else by the day it was sent, the latest first.</summary>
    public bool IsByDue => State is Overdue or Awaiting;

    public IReadOnlyList<Refusal> Check(ITerms terms)
    {
        var reading = new FilterReading();
        reading.Term(terms, Lists.Interventions, Type, nameof(Type));
        reading.Term(terms, Lists.ReplyGrades, Grade == Ungraded ? null : Grade, nameof(Grade));
        if (!string.IsNullOrEmpty(Whose) && Whose is not (Mine or Team))
        {
            reading.Refuse(SharedErrors.UnknownTerm, nameof(Whose));
        }

        if (!string.IsNullOrEmpty(State) && !States.Contains(State))
        {
            reading.Refuse(SharedErrors.UnknownTerm, nameof(State));
        }

        return reading.Refusals;
    }

    /// <summary>The one meaning of overdue and awaiting, for lists and counts alike.</summary>
    /// <param name="db">Shows only what the actor may see.</param>
    /// <param name="actor">Whose "mine" it is.</param>
    /// <param name="today">The organisation's day.</param>
    /// <param name="incident">Only those of this incident, whosever it is.</param>
    internal IQueryable<Intervention> Of(ICaseTrackerDb db, Actor actor, DateOnly today, IncidentId? incident = null)
    {
        var interventions = db.Interventions.AsNoTracking();
        if (incident is { } one)
        {
            interventions = interventions.Where(i => i.IncidentId == one);
        }
        else if (Whose != Team)
        {
            var me = actor.Id ?? default;
            interventions = interventions.Where(i => i.IncidentId == null ? i.RecordedBy == me || !db.Members.Any(m => m.Id == i.RecordedBy && m.IsActive) : db.Incidents.Any(x => x.Id == i.IncidentId && x.OwnerId == me));
        }

        var settled = Settled.GetValueOrDefault(State ?? "");
        interventions = State switch
        {
            null or "" => interventions,
            Overdue => interventions.Where(i => i.State == InterventionState.Awaiting && i.DueOn < today),
            Awaiting => interventions.Where(i => i.State == InterventionState.Awaiting && i.DueOn >= today),
            _ => interventions.Where(i => i.State == settled),
        };
        var (type, grade) = (Type, Grade);
        interventions = string.IsNullOrEmpty(type) ? interventions : interventions.Where(i => i.TypeCode == type);
        return grade switch
        {
            null or "" => interventions,
            Ungraded => interventions.Where(i => i.State == InterventionState.Replied && i.GradeCode == null),
            _ => interventions.Where(i => i.GradeCode == grade),
        };
    }
}
