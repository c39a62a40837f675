using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Protection;

/// <summary>Which protection measures a list shows, as its link says it; a part that cannot be understood is refused.</summary>
/// <param name="Whose"><c>mine</c> (if empty): of the reader's own incidents; <c>team</c>: of all that the reader sees.</param>
/// <param name="State">What is awaited (if empty), <c>overdue</c>, <c>in-place</c>, <c>ended</c> or <c>all</c>.</param>
/// <param name="Class">Class of the measure, such as <c>urgent</c>.</param>
/// <param name="Mechanism">Code of the list <c>protection-mechanisms</c>.</param>
public sealed record MeasureFilter(string? Whose = null, string? State = null, string? Class = null, string? Mechanism = null)
{
    public const string Mine = "mine";
    public const string Team = "team";
    public const string Overdue = "overdue";
    public const string InPlace = "in-place";
    public const string Ended = "ended";
    public const string All = "all";

    public static readonly IReadOnlyList<string> States = [Overdue, InPlace, Ended, All];

    public IEnumerable<Refusal> Check(ITerms terms)
    {
        if (!string.IsNullOrEmpty(Whose) && Whose is not (Mine or Team))
        {
            yield return SharedErrors.UnknownTerm.On(nameof(Whose));
        }

        if (!string.IsNullOrEmpty(State) && !States.Contains(State))
        {
            yield return SharedErrors.UnknownTerm.On(nameof(State));
        }

        if (!string.IsNullOrEmpty(Class) && !MeasureClasses.TryParse(Class, out _))
        {
            yield return SharedErrors.UnknownTerm.On(nameof(Class));
        }

        if (!string.IsNullOrEmpty(Mechanism) && terms.Find(Lists.ProtectionMechanisms, Mechanism) is not { IsGroup: false })
        {
            yield return SharedErrors.UnknownTerm.On(nameof(Mechanism));
        }
    }

    /// <summary>The one meaning of awaited, overdue, in place and ended, for lists and counts alike. Nobody waits for anything on what was erased.</summary>
    internal IQueryable<ProtectionMeasure> Of(ICaseTrackerDb db, Actor actor, DateOnly today)
    {
        var measures = db.Measures.AsNoTracking();
        measures = State switch
        {
            Overdue => measures.Where(m => (m.Standing == MeasureStage.Requested || m.Standing == MeasureStage.Granted) && m.DueOn < today),
            InPlace => measures.Where(m => m.Standing == MeasureStage.Implemented),
            Ended => measures.Where(m => m.Standing == MeasureStage.Refused || m.Standing == MeasureStage.Withdrawn || m.Standing == MeasureStage.Expired),
            All => measures,
            _ => measures.Where(m => m.Standing == MeasureStage.Requested || m.Standing == MeasureStage.Granted),
        };
        if (string.IsNullOrEmpty(State) || State == Overdue)
        {
            measures = measures.Where(m => db.Incidents.Any(i => i.Id == m.IncidentId && i.ErasedAt == null));
        }

        if (Whose != Team)
        {
            var me = actor.Id ?? default;
            measures = measures.Where(m => db.Incidents.Any(i => i.Id == m.IncidentId && i.OwnerId == me));
        }

        if (MeasureClasses.TryParse(Class, out var @class))
        {
            measures = measures.Where(m => m.Class == @class);
        }

        return string.IsNullOrEmpty(Mechanism) ? measures : measures.Where(m => m.MechanismCode == Mechanism);
    }
}
