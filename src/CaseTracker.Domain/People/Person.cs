using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Domain.People;

public readonly record struct PersonId(Guid Value) : IStronglyTypedId<PersonId>
{
    public static PersonId From(Guid value) => new(value);

    public static PersonId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

public enum PersonKind
{
    Individual = 1,
    Organisation = 2,
    Group = 3,
}

/// <summary>
/// A defender, an organisation or a group, under a pseudonym. Who they are is kept in a table of its own
/// (<see cref="PersonIdentity"/>), reached only through the identity register.
/// </summary>
public sealed class Person : AggregateRoot<PersonId>
{
    public const int PseudonymLimit = 40;

    private readonly List<PersonProfile> _profiles = [];

    private Person()
    {
    }

    public string Pseudonym { get; private init; } = "";

    public PersonKind Kind { get; private init; }

    public string? GenderCode { get; private set; }

    public string? AgeBandCode { get; private set; }

    public bool IsIndigenous { get; private set; }

    public Access.MemberId CreatedBy { get; private init; }

    /// <summary>
    /// The incident with which they were recorded by name: who opens identities there may know this one. Naming the pseudonym
    /// in another incident gives its owner nothing. Null for whoever was recorded before this was kept.
    /// </summary>
    public IncidentId? RecordedIn { get; private init; }

    public bool IsDemonstration { get; private init; }

    /// <summary>When who they are was erased. The pseudonym stays, with nobody behind it.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    public IReadOnlyList<PersonProfile> Profiles => _profiles;

    public static Result<Person> Record(PersonId id, string pseudonym, IncidentId recordedIn, PersonDetails details, ITerms terms, Stamp stamp, bool demonstration = false)
    {
        var refusals = Check(details, terms);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var person = new Person
        {
            Id = id,
            Pseudonym = pseudonym,
            RecordedIn = recordedIn,
            Kind = details.Kind,
            CreatedAt = stamp.At,
            CreatedBy = stamp.By,
            IsDemonstration = demonstration,
        };
        person.Take(details);
        person.Created(stamp.At);
        return person;
    }

    /// <summary>Completes or corrects what is recorded besides who they are. What kind of subject it is stays as it was recorded.</summary>
    public Result Describe(PersonDetails details, ITerms terms, Stamp stamp)
    {
        if (ErasedAt is not null)
        {
            return ErasureErrors.PersonAlreadyErased;
        }

        var refusals = Check(details, terms);
        if (refusals.Count > 0)
        {
            return Result.Of(refusals);
        }

        Take(details);
        Changed(stamp.At);
        return Result.Success;
    }

    /// <summary>
    /// Takes over what is not recorded yet. What is recorded otherwise is refused instead of overwritten: it was said
    /// in passing, while something else was written down.
    /// </summary>
    public Result Complete(PersonDetails details, ITerms terms, Stamp stamp)
    {
        if (ErasedAt is not null)
        {
            return ErasureErrors.PersonErased;
        }

        var refusals = Check(details with { Kind = Kind }, terms);
        if (Differs(GenderCode, details.Gender))
        {
            refusals.Add(PersonErrors.RecordedOtherwise.On("Gender"));
        }

        if (Differs(AgeBandCode, details.AgeBand))
        {
            refusals.Add(PersonErrors.RecordedOtherwise.On("AgeBand"));
        }

        if (refusals.Count > 0)
        {
            return Result.Of(refusals);
        }

        var whole = new PersonDetails(Kind, Blank(details.Gender) ?? GenderCode, Blank(details.AgeBand) ?? AgeBandCode, IsIndigenous || details.IsIndigenous, [.. _profiles.Select(p => p.Code).Union(details.Profiles)]);
        if ((whole.Gender, whole.AgeBand, whole.IsIndigenous, whole.Profiles.Count) != (GenderCode, AgeBandCode, IsIndigenous, _profiles.Count))
        {
            Take(whole);
            Changed(stamp.At);
        }

        return Result.Success;
    }

    public Result Erase(Stamp stamp)
    {
        if (ErasedAt is not null)
        {
            return ErasureErrors.PersonAlreadyErased;
        }

        ErasedAt = stamp.At;
        Changed(stamp.At);
        return Result.Success;
    }

    private static bool Differs(string? recorded, string? typed) => recorded is not null && Blank(typed) is { } said && said != recorded;

    private static List<Refusal> Check(PersonDetails details, ITerms terms)
    {
        var refusals = new List<Refusal>();
        if (!Enum.IsDefined(details.Kind))
        {
            refusals.Add(SharedErrors.UnknownTerm.On(nameof(Kind)));
        }

        refusals.RequireTerm(terms, Lists.Genders, details.Gender, "Gender", required: false);
        refusals.RequireTerm(terms, Lists.AgeBands, details.AgeBand, "AgeBand", required: false);
        foreach (var profile in details.Profiles)
        {
            refusals.RequireTerm(terms, Lists.Profiles, profile, "Profiles");
        }

        return refusals;
    }

    private void Take(PersonDetails details)
    {
        GenderCode = Blank(details.Gender);
        AgeBandCode = Blank(details.AgeBand);
        IsIndigenous = details.IsIndigenous;
        _profiles.RemoveAll(p => !details.Profiles.Contains(p.Code));
        _profiles.AddRange(details.Profiles.Distinct().Where(code => _profiles.All(p => p.Code != code)).Select(code => new PersonProfile(Id, code)));
    }

    private static string? Blank(string? code) => string.IsNullOrWhiteSpace(code) ? null : code;
}

/// <summary>What is recorded of a person besides who they are. Codes of the lists genders, age-bands and profiles.</summary>
public sealed record PersonDetails(PersonKind Kind, string? Gender, string? AgeBand, bool IsIndigenous, IReadOnlyList<string> Profiles)
{
    /// <summary>Nothing is known but that there was a person.</summary>
    public bool SayNothing => Kind == PersonKind.Individual && string.IsNullOrWhiteSpace(Gender) && string.IsNullOrWhiteSpace(AgeBand) && !IsIndigenous && Profiles.Count == 0;
}

public sealed class PersonProfile
{
    internal PersonProfile(PersonId personId, string code)
    {
        PersonId = personId;
        Code = code;
    }

    public PersonId PersonId { get; private init; }

    public string Code { get; private init; }
}
