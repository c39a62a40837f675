using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Protection;

/// <summary>How the risk was judged, and what was asked for and done for the safety of an incident's people; the latest first.</summary>
[Requires(Permission.SeeIncidents)]
public sealed record GetProtection(string Number) : IReadsIncident<Result<ProtectionView>>;

/// <param name="People">Victims who are known, to whom an assessment or a measure can be given.</param>
/// <param name="LastAssessment">Sequence of the newest assessment; 0 for none.</param>
public sealed record ProtectionView(IReadOnlyList<AssessmentView> Assessments, IReadOnlyList<MeasureView> Measures, IReadOnlyList<ProtectedView> People, int LastAssessment);

/// <param name="Victim">Sequence within the incident.</param>
public sealed record ProtectedView(int Victim, string Pseudonym);

public enum AssessmentState
{
    Present,
    Expired,
    Superseded,
}

/// <param name="Pseudonym">Null for the incident as a whole.</param>
/// <param name="Factors">Codes of <c>risk-factors</c>.</param>
public sealed record AssessmentView(
    int Sequence,
    string? Pseudonym,
    string Method,
    RiskBand Band,
    IReadOnlyList<string> Factors,
    string Reasoning,
    DateOnly AssessedOn,
    DateOnly ValidUntil,
    AssessmentState State,
    string By,
    DateTimeOffset At);

/// <param name="Pseudonym">Null for the incident as a whole.</param>
/// <param name="DaysLate">How long it has been overdue; null if it is not.</param>
public sealed record MeasureView(
    ProtectionMeasureId Id,
    int Version,
    string? Pseudonym,
    string Mechanism,
    string Measure,
    MeasureClass Class,
    MeasureStage Standing,
    DateOnly DueOn,
    int? DaysLate,
    IReadOnlyList<StepView> Steps,
    IReadOnlyList<JudgementView> Judgements)
{
    /// <summary>It is overdue, and somebody settled the follow-up that reminded of it.</summary>
    public bool IsReminderSettled { get; init; }
}

/// <param name="CorrectedBy">Sequence of the entry that replaced this one; null while it stands.</param>
public sealed record StepView(int Sequence, MeasureStage Stage, PartialDate On, string Note, int? Corrects, int? CorrectedBy, bool Reopens, string By, DateTimeOffset At);

public sealed record JudgementView(string Adequacy, string SaidBy, PartialDate On, string Reason, string By, DateTimeOffset At);

public sealed class GetProtectionHandler(ICaseTrackerDb db, IVault vault, Calendar calendar, Trail trail) : IRequestHandler<GetProtection, Result<ProtectionView>>
{
    public async Task<Result<ProtectionView>> Handle(GetProtection request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.AsNoTracking().Include(i => i.Victims).FindAsync(request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        var assessments = await db.RiskAssessments.AsNoTracking().Include(a => a.Factors).Where(a => a.IncidentId == incident.Id).ToListAsync(cancellationToken);
        var measures = await db.Measures.AsNoTracking().Whole().Where(m => m.IncidentId == incident.Id).ToListAsync(cancellationToken);
        var ids = incident.Victims.Select(v => v.PersonId).OfType<PersonId>().ToList();
        var pseudonyms = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Pseudonym, cancellationToken);
        var authors = assessments.Select(a => a.AssessedBy).Concat(measures.SelectMany(m => m.Steps.Select(s => s.RecordedBy).Concat(m.Judgements.Select(j => j.RecordedBy))));
        var writing = new Writing(await vault.OfAsync(incident.Id, cancellationToken), await db.Members.NamesAsync(authors, cancellationToken), pseudonyms, calendar.Today, incident.ErasedAt is not null);
        var newest = RiskStanding.Newest(assessments.Select(a => new AssessedRisk(a.PersonId, a.Sequence, a.Band, a.AssessedOn, a.ValidUntil))).Select(a => a.Sequence).ToHashSet();
        var reminders = measures.Select(m => m.ReminderId).OfType<FollowUpId>().ToList();
        var settled = await db.FollowUps.Where(f => reminders.Contains(f.Id) && f.Status != FollowUpStatus.Open).Select(f => f.Id).ToListAsync(cancellationToken);
        return new ProtectionView(
            [.. assessments.OrderByDescending(a => a.AssessedOn).ThenByDescending(a => a.Sequence).Select(a => View(a, newest.Contains(a.Sequence), writing))],
            [.. measures.OrderByDescending(m => m.IsAwaited).ThenByDescending(m => m.CreatedAt).ThenBy(m => m.Id.Value).Select(m => View(m, writing) with { IsReminderSettled = m.ReminderId is { } reminder && settled.Contains(reminder) && m.IsAwaited && m.DueOn < calendar.Today })],
            [.. incident.Victims.OrderBy(v => v.Sequence).Where(v => v.PersonId is { } id && pseudonyms.ContainsKey(id)).Select(v => new ProtectedView(v.Sequence, pseudonyms[v.PersonId!.Value]))],
            assessments.Select(a => a.Sequence).DefaultIfEmpty().Max());
    }

    private static AssessmentView View(RiskAssessment assessment, bool isNewest, Writing writing) => new(
        assessment.Sequence,
        writing.Who(assessment.PersonId),
        assessment.MethodCode,
        assessment.Band,
        [.. assessment.Factors.Select(f => f.Code)],
        writing.Keys.Record(SealedFields.RiskReasoning, assessment.Id.Value, assessment.Reasoning) ?? IncidentKeys.Erased,
        assessment.AssessedOn,
        assessment.ValidUntil,
        !isNewest ? AssessmentState.Superseded : assessment.ValidUntil < writing.Today ? AssessmentState.Expired : AssessmentState.Present,
        writing.Names.Of(assessment.AssessedBy),
        assessment.CreatedAt);

    private static MeasureView View(ProtectionMeasure measure, Writing writing) => new(
        measure.Id,
        measure.Version,
        writing.Who(measure.PersonId),
        measure.MechanismCode,
        measure.MeasureCode,
        measure.Class,
        measure.Standing,
        measure.DueOn,
        MeasureLateness.Of(measure.Standing, measure.DueOn, writing.IsErased, writing.Today),
        [.. measure.Steps.OrderBy(s => s.Sequence).Select(s => new StepView(
            s.Sequence,
            s.Stage,
            s.On,
            writing.Keys.PartOf(SealedFields.MeasureNote, measure.Id.Value, s.Sequence, s.Note) ?? IncidentKeys.Erased,
            s.Corrects,
            measure.Steps.FirstOrDefault(other => other.Corrects == s.Sequence)?.Sequence,
            s.Reopens,
            writing.Names.Of(s.RecordedBy),
            s.RecordedAt))],
        [.. measure.Judgements.OrderBy(j => j.Sequence).Select(j => new JudgementView(
            j.AdequacyCode,
            j.SaidByCode,
            j.On,
            writing.Keys.PartOf(SealedFields.AdequacyReason, measure.Id.Value, j.Sequence, j.Reason) ?? IncidentKeys.Erased,
            writing.Names.Of(j.RecordedBy),
            j.RecordedAt))]);

    private sealed record Writing(IncidentKeys Keys, MemberNames Names, IReadOnlyDictionary<PersonId, string> Pseudonyms, DateOnly Today, bool IsErased)
    {
        public string? Who(PersonId? person) => person is { } id ? Pseudonyms.GetValueOrDefault(id, "") : null;
    }
}
