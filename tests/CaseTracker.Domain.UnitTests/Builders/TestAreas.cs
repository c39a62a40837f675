using CaseTracker.Domain.Places;

namespace CaseTracker.Domain.UnitTests.Builders;

internal sealed class TestAreas : IAreas
{
    public static readonly TestAreas Instance = new();

    private readonly List<Area> _areas =
    [
        Area.Shipped("MX", null, "Mexico", "México"),
        Area.Shipped("GT", null, "Guatemala", "Guatemala"),
        Area.Shipped("MX-GRO", "MX", "Guerrero", "Guerrero"),
        Area.Shipped("GT-01", "GT", "Guatemala", "Guatemala"),
    ];

    public IReadOnlyList<Area> Countries => [.. _areas.Where(a => a.IsCountry)];

    public Area? Find(string? code) => _areas.SingleOrDefault(a => a.Code == code);

    public IReadOnlyList<Area> StatesOf(string country) => [.. _areas.Where(a => a.Country == country)];
}
