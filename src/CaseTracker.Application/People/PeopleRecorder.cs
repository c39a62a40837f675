using System.Security.Cryptography;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.People;

/// <summary>
/// Turns victims as typed into people on record, each with a fresh pseudonym and an identity kept apart. Nothing typed is
/// dropped: somebody of whom only details are known gets a pseudonym and no identity, and details of somebody on record
/// complete what is recorded.
/// </summary>
public sealed class PeopleRecorder(ICaseTrackerDb db, IIdentityRegister identities, ITerms terms)
{
    /// <param name="incident">With which they are recorded: it says who may know them by name.</param>
    /// <returns>A person for each victim, in the same order; null for one who is not known.</returns>
    public async Task<Result<IReadOnlyList<PersonId?>>> RecordAsync(IncidentId incident, IReadOnlyList<VictimInput> victims, Stamp stamp, CancellationToken cancellationToken)
    {
        var refusals = new List<Refusal>();
        var people = new List<PersonId?>();
        for (var i = 0; i < victims.Count; i++)
        {
            var recorded = await RecordAsync(incident, victims[i], stamp, cancellationToken);
            refusals.AddRange(recorded.Refusals.Select(r => r.On($"Victims[{i}].{r.Field ?? nameof(VictimInput.Name)}")));
            people.Add(recorded.IsSuccess ? recorded.Value : null);
        }

        return refusals.Count > 0 ? refusals : people;
    }

    private async Task<Result<PersonId?>> RecordAsync(IncidentId incident, VictimInput victim, Stamp stamp, CancellationToken cancellationToken)
    {
        if (victim.Person is { } known)
        {
            return await CompleteAsync(known, victim, stamp, cancellationToken);
        }

        if (victim.IsUnknown && FirstOfIdentity(victim) is { } identifying)
        {
            return PersonErrors.NamedAndUnknown.On(identifying);
        }

        if (victim.IsUnknown && victim.Details.SayNothing)
        {
            return (PersonId?)null;
        }

        var id = PersonId.New(stamp.At);
        var person = Person.Record(id, await FreshPseudonymAsync(cancellationToken), incident, victim.Details, terms, stamp);
        var identity = victim.IsUnknown ? null : PersonIdentity.Of(id, victim.Name, victim.Aliases, victim.Contact);
        List<Refusal> refusals = [.. person.Refusals, .. identity?.Refusals ?? []];
        if (refusals.Count > 0)
        {
            return refusals;
        }

        db.People.Add(person.Value);
        if (identity is not null)
        {
            identities.Record(identity.Value);
        }

        return (PersonId?)id;
    }

    private async Task<Result<PersonId?>> CompleteAsync(PersonId known, VictimInput victim, Stamp stamp, CancellationToken cancellationToken)
    {
        // The filtered set: a person whom the actor may not see is as unknown as one who does not exist.
        if (await db.People.Include(p => p.Profiles).SingleOrDefaultAsync(p => p.Id == known, cancellationToken) is not { } person)
        {
            return PersonErrors.NotOnRecord;
        }

        List<Refusal> refusals =
        [
            .. new[] { (nameof(victim.Aliases), victim.Aliases), (nameof(victim.Contact), victim.Contact) }
                .Where(said => !string.IsNullOrWhiteSpace(said.Item2))
                .Select(said => PersonErrors.IdentityOnRecord.On(said.Item1)),
            .. person.Complete(victim.Details, terms, stamp).Refusals,
        ];
        return refusals.Count > 0 ? refusals : (PersonId?)known;
    }

    private static string? FirstOfIdentity(VictimInput victim) =>
        !string.IsNullOrWhiteSpace(victim.Name) ? nameof(victim.Name)
        : !string.IsNullOrWhiteSpace(victim.Aliases) ? nameof(victim.Aliases)
        : !string.IsNullOrWhiteSpace(victim.Contact) ? nameof(victim.Contact)
        : null;

    /// <summary>Asks past the visibility filter: a pseudonym must be free everywhere, not only where this actor looks.</summary>
    private async Task<string> FreshPseudonymAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var pseudonym = Pseudonyms.Make(RandomNumberGenerator.GetInt32);
            if (!await db.People.IgnoreQueryFilters().AnyAsync(p => p.Pseudonym == pseudonym, cancellationToken) && db.People.Local.All(p => p.Pseudonym != pseudonym))
            {
                return pseudonym;
            }
        }
    }
}
