using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Timelines;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.People;

/// <summary>What happened to one person, and what was done about it, over all incidents that the reader sees.</summary>
[Requires(Permission.SeeIncidents)]
public sealed record GetPersonTimeline(PersonId Person, IReadOnlyCollection<TimelineClass> Classes, string? At = null) : ITracedRead<Result<PersonTimeline>>
{
    public string? RecordIn(Result<PersonTimeline> answer) => answer.Value.Pseudonym;

    /// <summary>It shows texts of each of the incidents: whoever answers for one finds there who read it.</summary>
    public IEnumerable<string> RecordsIn(Result<PersonTimeline> answer) => answer.Value.Told.Entries.Select(e => e.Number).Where(n => n.Length > 0).Distinct().Prepend(answer.Value.Pseudonym);
}

public sealed record PersonTimeline(string Pseudonym, Timeline Told);

public sealed class GetPersonTimelineHandler(ICaseTrackerDb db, TimelineReading reading) : IRequestHandler<GetPersonTimeline, Result<PersonTimeline>>
{
    public async Task<Result<PersonTimeline>> Handle(GetPersonTimeline request, CancellationToken cancellationToken)
    {
        var pseudonym = await db.People.Where(p => p.Id == request.Person).Select(p => p.Pseudonym).SingleOrDefaultAsync(cancellationToken);
        var found = await reading.OfAsync(db.Incidents.Where(i => i.Victims.Any(v => v.PersonId == request.Person)), new(request.Classes, request.At), cancellationToken, request.Person);
        return !found.TryGet(out var told) ? Result<PersonTimeline>.Refused(found.Refusals)
            : pseudonym is null || told is null ? SharedErrors.NotFound
            : new PersonTimeline(pseudonym, told);
    }
}
