using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.People;

public class PersonTests
{
    private static readonly PersonDetails Details = new(PersonKind.Individual, "CT-GEN-F", null, true, ["CT-PRF-LAND", "CT-PRF-PRESS", "CT-PRF-LAND"]);

    [Fact]
    public void Is_recorded_under_a_pseudonym_with_each_profile_once()
    {
        var person = Record(Details).Value;

        Assert.Equal("Tarumi-52", person.Pseudonym);
        Assert.Equal(["CT-PRF-LAND", "CT-PRF-PRESS"], person.Profiles.Select(p => p.Code));
        Assert.Equal("CT-GEN-F", person.GenderCode);
    }

    [Fact]
    public void Refuses_a_code_that_no_list_has()
    {
        Refused.With(SharedErrors.UnknownTerm.On("Gender"), Record(Details with { Gender = "F" }));
        Refused.With(SharedErrors.UnknownTerm.On("AgeBand"), Record(Details with { AgeBand = "young" }));
        Refused.With(SharedErrors.UnknownTerm.On("Profiles"), Record(Details with { Profiles = ["hero"] }));
        Refused.With(SharedErrors.UnknownTerm.On("Kind"), Record(Details with { Kind = (PersonKind)9 }));
    }

    [Fact]
    public void Is_completed_with_what_was_not_recorded_yet()
    {
        var person = Record(Details with { Profiles = ["CT-PRF-LAND"] }).Value;

        Assert.True(person.Complete(new(PersonKind.Individual, null, "CT-AGE-18-29", false, ["CT-PRF-PRESS"]), TestTerms.Instance, Some.Stamp).IsSuccess);

        Assert.Equal(("CT-GEN-F", "CT-AGE-18-29", true, 2), (person.GenderCode, person.AgeBandCode, person.IsIndigenous, person.Version));
        Assert.Equal(["CT-PRF-LAND", "CT-PRF-PRESS"], person.Profiles.Select(p => p.Code));
    }

    [Fact]
    public void Stays_at_its_version_when_completed_with_nothing_new()
    {
        var person = Record(Details).Value;

        Assert.True(person.Complete(Details with { IsIndigenous = false }, TestTerms.Instance, Some.Stamp).IsSuccess);

        Assert.Equal(1, person.Version);
    }

    [Fact]
    public void Refuses_to_be_completed_with_something_else_than_is_recorded()
    {
        var person = Record(Details).Value;

        var answer = person.Complete(Details with { Gender = "CT-GEN-X" }, TestTerms.Instance, Some.Stamp);

        Assert.Equal([PersonErrors.RecordedOtherwise.On("Gender")], answer.Refusals);
        Assert.Equal("CT-GEN-F", person.GenderCode);
    }

    [Fact]
    public void Refuses_an_identity_without_a_name() => Refused.With(SharedErrors.Required.On("Name"), PersonIdentity.Of(Some.Defender, " \u200B", null, null));

    [Fact]
    public void An_identity_keeps_a_contact_of_several_lines() => Assert.Equal("tel.\nmail", PersonIdentity.Of(Some.Defender, "Ana", null, "tel.\r\nmail").Value.Contact!.Clear);

    private static Result<Person> Record(PersonDetails details) => Person.Record(Some.Defender, "Tarumi-52", Some.Incident, details, TestTerms.Instance, Some.Stamp);
}
