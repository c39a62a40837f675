using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.People;

/// <summary>Completes or corrects what is recorded of somebody besides who they are.</summary>
/// <param name="Version">Of the person, as the form was filled.</param>
[Requires(Permission.WorkOnIncidents)]
public sealed record DescribePerson(string Number, PersonId Person, int Version, string? Gender, string? AgeBand, bool IsIndigenous, IReadOnlyList<string> Profiles) : ICommand<Result>, IWorkOnIncident;

public sealed class DescribePersonHandler(ICaseTrackerDb db, CurrentActor current, Calendar calendar, ITerms terms, Trail trail) : IRequestHandler<DescribePerson, Result>
{
    public async Task<Result> Handle(DescribePerson request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var person = await db.People.Include(p => p.Profiles)
            .SingleOrDefaultAsync(p => p.Id == request.Person && db.Incidents.Any(i => i.Number == request.Number && i.Victims.Any(v => v.PersonId == p.Id)), cancellationToken);
        if (person is null)
        {
            return SharedErrors.NotFound;
        }

        trail.Of(person.Pseudonym);
        return person.CheckVersion(request.Version) is { } stale
            ? stale
            : person.Describe(new PersonDetails(person.Kind, request.Gender, request.AgeBand, request.IsIndigenous, request.Profiles), terms, new Stamp(current.MemberId, calendar.Now));
    }
}
