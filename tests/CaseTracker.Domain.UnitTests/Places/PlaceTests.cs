using CaseTracker.Domain.Places;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Places;

public class PlaceTests
{
    [Fact]
    public void A_country_is_enough() => Assert.Equal(("MX", null, null), Parts(Of("MX", " ", "").Value));

    [Fact]
    public void A_state_and_a_municipality_make_it_exact() => Assert.Equal(("MX", "MX-GRO", "Iguala"), Parts(Of("MX", "MX-GRO", " Iguala ").Value));

    [Fact]
    public void Refuses_no_country() => Refused.With(SharedErrors.Required.On("Country"), Of(null, "MX-GRO", null));

    [Theory]
    [InlineData("XX")]
    [InlineData("mx")]
    [InlineData("MX-GRO")]
    public void Refuses_a_country_that_is_none(string country) => Refused.With(SharedErrors.UnknownTerm.On("Country"), Of(country, null, null));

    [Theory]
    [InlineData("GT-01")]
    [InlineData("MX-XXX")]
    [InlineData("MX")]
    public void Refuses_a_state_of_another_country(string state) => Refused.With(PlaceErrors.StateOfAnotherCountry, Of("MX", state, null));

    [Fact]
    public void Refuses_a_municipality_of_two_lines() => Refused.With(SharedErrors.NotOneLine.On("Municipality"), Of("MX", null, "a\nb"));

    private static Result<Place> Of(string? country, string? state, string? municipality) => Place.Create(TestAreas.Instance, country, state, municipality);

    private static (string Country, string? State, string? Municipality) Parts(Place place) => (place.Country, place.State, place.Municipality);
}
