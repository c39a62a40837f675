using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>
/// Everything about one incident in the order in which it happened, as far as the dates tell. What is known to the month or the
/// year, or not at all, never stands before what it follows where it need not.
/// </summary>
/// <param name="Classes">Only these; empty for all.</param>
[Requires(Permission.SeeIncidents)]
public sealed record GetTimeline(string Number, IReadOnlyCollection<TimelineClass> Classes) : IReadsIncident<Result<Timeline>>;

public enum TimelineClass
{
    /// <summary>What was done to the victims.</summary>
    Incident = 1,

    /// <summary>Steps of the paths against aggressors.</summary>
    Justice = 2,

    /// <summary>Steps of the paths against the defender.</summary>
    Criminalization = 3,
    FollowUp = 4,

    /// <summary>The organisation's own work: workflow and verification.</summary>
    Work = 5,

    /// <summary>Releases linked to the incident.</summary>
    Context = 6,
}

public enum TimelineEvent
{
    Began,
    Ended,
    Act,
    Logged,
    Stage,
    StageMoved,
    StageReopened,
    AccusedStage,
    AccusedMoved,
    AccusedReopened,
    Convicted,
    ConvictedFinally,
    StageCorrected,
    InvestigativeAct,
    InvestigativeActCorrected,
    Workflow,
    Verification,
    FollowUpPlanned,
    FollowUpDone,
    FollowUpPostponed,
    Cited,
}

/// <param name="Counts">How many entries of each class there are, whatever was asked for.</param>
public sealed record Timeline(IReadOnlyList<TimelineEntry> Entries, IReadOnlyDictionary<TimelineClass, int> Counts);

/// <summary>One thing that happened: dated by people (<paramref name="On"/>) or by the clock (<paramref name="At"/>).</summary>
/// <param name="Codes">What the sentence speaks of, in the order of its placeholders.</param>
/// <param name="Note">What somebody wrote about it; shown, never put into a title or an address.</param>
/// <param name="Day">A day that the sentence names besides its own date, such as the new due date.</param>
public sealed record TimelineEntry(
    TimelineClass Class,
    TimelineEvent Event,
    PartialDate? On,
    DateTimeOffset? At,
    IReadOnlyList<TimelineCode> Codes,
    string? Note = null,
    string By = "",
    DateOnly? Day = null);

/// <param name="List">Name of the code list; null when <paramref name="Code"/> is a text of its own (a pseudonym, an authority).</param>
/// <param name="Title">Of a release, instead of a code.</param>
public sealed record TimelineCode(string? List, string? Code, BilingualText? Title = null);

public sealed class GetTimelineHandler(ICaseTrackerDb db, IVault vault, Calendar calendar, Trail trail) : IRequestHandler<GetTimeline, Result<Timeline>>
{
    public async Task<Result<Timeline>> Handle(GetTimeline request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.AsNoTracking()
            .Include(i => i.Acts).Include(i => i.Victims).Include(i => i.Involvements).Include(i => i.Citations).Include(i => i.WorkflowChanges).Include(i => i.VerificationChanges)
            .Include(i => i.Proceedings).ThenInclude(p => p.Stages)
            .Include(i => i.Proceedings).ThenInclude(p => p.InvestigativeActs)
            .SingleOrDefaultAsync(i => i.Number == request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        var followUps = await db.FollowUps.AsNoTracking().Include(f => f.Snoozes).Where(f => f.IncidentId == incident.Id).ToListAsync(cancellationToken);
        var people = incident.Victims.Select(v => v.PersonId).OfType<Domain.People.PersonId>().ToList();
        var pseudonyms = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Pseudonym }).ToDictionaryAsync(p => p.Id, p => p.Pseudonym, cancellationToken);
        var cited = incident.Citations.Select(c => c.ReleaseId).ToList();
        var releases = await db.Releases.AsNoTracking().Where(r => cited.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Title, cancellationToken);
        var keys = await vault.OfAsync(incident.Id, cancellationToken);
        List<TimelineItem> all = [.. TimelineEntries.Of(incident, pseudonyms, releases, keys), .. followUps.SelectMany(f => TimelineEntries.Of(f, keys))];
        var names = await db.Members.NamesAsync(all.Select(e => e.Who).OfType<MemberId>(), cancellationToken);
        var entries = all
            .Where(e => request.Classes.Count == 0 || request.Classes.Contains(e.Entry.Class))
            .OrderBy(DayOf)
            .ThenBy(e => e.Entry.At ?? DateTimeOffset.MinValue)
            .Select(e => e.Entry with { By = names.Of(e.Who) });
        return new Timeline([.. entries], all.CountBy(e => e.Entry.Class).ToDictionary());
    }

    private DateOnly DayOf(TimelineItem item) => item.Entry.At is { } at ? calendar.DayOf(at) : item.Day ?? DateOnly.MinValue;
}
