using CaseTracker.Application.Paging;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Audit;

/// <summary>Which lines of the trail a list shows. Every part is text, empty when not asked for; what cannot be understood is refused.</summary>
/// <param name="Member">A member's id.</param>
/// <param name="Action">Name of an operation, as the trail has it.</param>
/// <param name="Outcome">Name of an <see cref="AuditOutcome"/>.</param>
/// <param name="Subject">Number or id of the record, whole.</param>
/// <param name="From">First day, where the organisation works.</param>
/// <param name="To">Last day.</param>
public sealed record TrailFilter(string? Member = null, string? Action = null, string? Outcome = null, string? Subject = null, string? From = null, string? To = null)
{
    internal IQueryable<AuditEntry> Of(ICaseTrackerDb db, Calendar calendar, FilterReading reading)
    {
        var entries = db.Trail.AsNoTracking();
        if (reading.Id<MemberId>(Member, nameof(Member)) is { } member)
        {
            entries = entries.Where(e => e.ActorId == member);
        }

        if (reading.Text(Action, AuditEntry.ActionLimit, nameof(Action)) is { } action)
        {
            entries = entries.Where(e => e.Action == action);
        }

        if (reading.Name<AuditOutcome>(Outcome, nameof(Outcome)) is { } outcome)
        {
            entries = entries.Where(e => e.Outcome == outcome);
        }

        if (reading.Text(Subject, AuditEntry.SubjectLimit, nameof(Subject)) is { } subject)
        {
            entries = entries.Where(e => e.Subject == subject);
        }

        var from = reading.Day(From, nameof(From));
        var to = reading.Day(To, nameof(To));
        if (to < from)
        {
            reading.Refuse(PartialDateErrors.Reversed, nameof(To));
        }

        if (from is { } first)
        {
            var start = calendar.StartOf(first);
            entries = entries.Where(e => e.At >= start);
        }

        if (to is { } last)
        {
            var end = calendar.StartOf(last.AddDays(1));
            entries = entries.Where(e => e.At < end);
        }

        return entries;
    }

    internal static MemberId? MemberIn(string? subject) => Guid.TryParseExact(subject, "N", out var id) ? MemberId.From(id) : null;
}
