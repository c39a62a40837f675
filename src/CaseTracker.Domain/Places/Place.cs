using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Places;

/// <summary>A country (ISO 3166-1 alpha-2) or a subdivision of one (ISO 3166-2), with its names.</summary>
public sealed class Area
{
    public const int CodeLimit = 6;
    public const int NameLimit = 120;

    private Area()
    {
    }

    public string Code { get; private init; } = "";

    /// <summary>Null for a country.</summary>
    public string? Country { get; private init; }

    public string English { get; private set; } = "";

    public string Spanish { get; private set; } = "";

    public bool IsCountry => Country is null;

    public static Area Shipped(string code, string? country, string english, string spanish) =>
        new() { Code = code, Country = country, English = english, Spanish = spanish };

    /// <returns>True if anything differs from what is stored.</returns>
    public bool Rename(string english, string spanish)
    {
        if ((English, Spanish) == (english, spanish))
        {
            return false;
        }

        (English, Spanish) = (english, spanish);
        return true;
    }
}

/// <summary>Where something happened, as exactly as it is known and safe to keep.</summary>
public sealed record Place
{
    public const int MunicipalityLimit = 120;

    private Place()
    {
    }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; private init; } = "";

    /// <summary>ISO 3166-2, e.g. <c>MX-GRO</c>; null when only the country is known.</summary>
    public string? State { get; private init; }

    /// <summary>As typed. What is kept of it is sealed: a village can name its only defender.</summary>
    public string? Municipality { get; private init; }

    public Place With(string? municipality) => this with { Municipality = municipality };

    /// <param name="areas">The known countries and subdivisions.</param>
    public static Result<Place> Create(IAreas areas, string? country, string? state, string? municipality)
    {
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(country))
        {
            refusals.Add(SharedErrors.Required.On(nameof(Country)));
        }
        else if (areas.Find(country) is not { IsCountry: true })
        {
            refusals.Add(SharedErrors.UnknownTerm.On(nameof(Country)));
        }
        else if (!string.IsNullOrWhiteSpace(state) && areas.Find(state)?.Country != country)
        {
            refusals.Add(PlaceErrors.StateOfAnotherCountry);
        }

        var town = CleanText.Line(municipality, MunicipalityLimit, nameof(Municipality));
        refusals.AddRange(town.Refusals);
        return refusals.Count > 0
            ? refusals
            : new Place { Country = country!, State = string.IsNullOrWhiteSpace(state) ? null : state, Municipality = town.Value };
    }
}

public interface IAreas
{
    Area? Find(string? code);

    IReadOnlyList<Area> Countries { get; }

    IReadOnlyList<Area> StatesOf(string country);
}

public static class PlaceErrors
{
    public static readonly Refusal StateOfAnotherCountry = new("place.state_of_another_country", Field: nameof(Place.State));
}
