using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Infrastructure.Demonstration;

/// <summary>Invents the people, groups and organisations to whom it was done.</summary>
internal sealed class DemoPeople(Random random, ITerms terms, DemoMaterial material, ISet<string> pseudonyms)
{
    private static readonly string[] Adults = ["CT-AGE-18-29", "CT-AGE-30-44", "CT-AGE-30-44", "CT-AGE-45-59", "CT-AGE-45-59", "CT-AGE-60", "CT-AGE-U"];
    private static readonly string[] Genders = ["CT-GEN-F", "CT-GEN-F", "CT-GEN-F", "CT-GEN-F", "CT-GEN-M", "CT-GEN-M", "CT-GEN-M", "CT-GEN-M", "CT-GEN-NB", "CT-GEN-U"];

    /// <summary>Whom the title speaks of; of an organisation that is talked about or written to, often some members as well.</summary>
    public List<(Person Person, PersonIdentity Identity)> Make(IncidentId incident, DemoActor victim, DemoMaterial.Story story, DemoPlan plan, string town, Stamp stamp)
    {
        List<(Person Person, PersonIdentity Identity)> people = [MakeOne(incident, victim, plan.Gender, town, stamp)];
        if (!victim.IsIndividual && story.Group is "CT-GRP-STG" or "CT-GRP-DIG" or "CT-GRP-REP" && random.NextDouble() < 0.5)
        {
            var member = victim with { Kind = nameof(PersonKind.Individual) };
            people.AddRange(Enumerable.Range(0, 1 + random.Next(2)).Select(_ => MakeOne(incident, member, null, town, stamp)));
        }

        return people;
    }

    private (Person Person, PersonIdentity Identity) MakeOne(IncidentId incident, DemoActor actor, string? gender, string town, Stamp stamp)
    {
        var id = new PersonId(DemoSeed.IdAt(random, stamp.At));
        gender = actor.IsIndividual ? actor.Gender ?? gender ?? DemoMaterial.Pick(random, Genders) : null;
        var woman = gender == "CT-GEN-F" || (gender != "CT-GEN-M" && random.NextDouble() < 0.5);
        var details = new PersonDetails(
            Enum.Parse<PersonKind>(actor.Kind),
            gender,
            actor.IsIndividual ? actor.Age ?? DemoMaterial.Pick(random, Adults) : null,
            actor.Indigenous || (actor.IsIndividual && random.NextDouble() < 0.15),
            actor.Profiles);

        string pseudonym;
        do
        {
            pseudonym = Pseudonyms.Make(random.Next);
        }
        while (!pseudonyms.Add(pseudonym));

        var name = actor.IsIndividual ? material.PersonName(random, woman) : material.OrganisationName(random, town);
        return (Person.Record(id, pseudonym, incident, details, terms, stamp, demonstration: true).Value, PersonIdentity.Of(id, name, null, null).Value);
    }
}
