using System.Globalization;
using System.Resources;
using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Protection;

/// <summary>Keeps one follow-up at the deadline of a measure that waits, in the transaction of the step that made it wait or ended the waiting.</summary>
public sealed class MeasureReminders(ICaseTrackerDb db, ITerms terms, CurrentActor current, Time.Calendar calendar)
{
    public const string Kind = "CT-FUK-RISK";

    private const string Done = "CT-FUO-DONE";

    private static readonly ResourceManager Text = new("CaseTracker.Application.Protection.MeasureText", typeof(MeasureReminders).Assembly);

    /// <param name="isMoved">It began to wait, or its deadline is another: what somebody settled themselves is otherwise left at that.</param>
    internal async Task<Result> FollowAsync(ProtectionMeasure measure, Incident incident, bool isMoved, CancellationToken cancellationToken)
    {
        var stamp = new Stamp(current.MemberId, calendar.Now);
        var open = measure.ReminderId is { } id ? await db.FollowUps.SingleOrDefaultAsync(f => f.Id == id && f.Status == FollowUpStatus.Open, cancellationToken) : null;
        if (measure.IsAwaited && !isMoved)
        {
            return Result.Success;
        }

        if (open?.Complete(measure.Standing == MeasureStage.Implemented ? Done : FollowUp.Cancelled, null, null, terms, calendar.Today, stamp) is { IsSuccess: false } kept)
        {
            return Result.Of(kept.Refusals);
        }

        measure.RemindBy(null);
        return measure.IsAwaited ? await ScheduleAsync(measure, incident, stamp, cancellationToken) : Result.Success;
    }

    private async Task<Result> ScheduleAsync(ProtectionMeasure measure, Incident incident, Stamp stamp, CancellationToken cancellationToken)
    {
        // A deadline that has passed when it is written down is chased from today on.
        var due = measure.DueOn < calendar.Today ? calendar.Today : measure.DueOn;
        var assignee = await db.WhoWorkOn(incident, calendar.Now).AnyAsync(m => m.Id == incident.OwnerId, cancellationToken) ? incident.OwnerId : stamp.By;
        var wish = new FollowUpToSchedule(Kind, string.Format(CultureInfo.CurrentCulture, Text.GetString("Deadline", CultureInfo.CurrentUICulture)!, LabelOf(measure.MeasureCode)), due, assignee);
        var scheduled = FollowUp.Schedule(FollowUpId.New(stamp.At), incident.Id, wish, terms, calendar.Today, stamp);
        if (!scheduled.TryGet(out var followUp))
        {
            return Result.Of(scheduled.Refusals);
        }

        db.FollowUps.Add(followUp);
        measure.RemindBy(followUp.Id);
        return Result.Success;
    }

    private string LabelOf(string code) =>
        terms.Find(Lists.ProtectionMeasures, code) is not { } term ? code
        : CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "es" ? term.Spanish
        : term.English;
}
