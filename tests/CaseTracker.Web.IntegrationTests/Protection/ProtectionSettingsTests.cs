using CaseTracker.Domain.Protection;
using CaseTracker.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Web.IntegrationTests.Protection;

public sealed class ProtectionSettingsTests
{
    [Fact]
    public void An_organisation_sets_its_own_deadlines() => Assert.Equal(
        new ProtectionDeadlines(24, 12, 20, 15),
        Read(("Protection:UrgentHours", "24"), ("Protection:ProtectiveDays", "12"), ("Protection:PreventiveDays", "20"), ("Protection:SystemicDays", "15")));

    [Fact]
    public void Without_any_the_usual_ones_hold() => Assert.Equal(new ProtectionDeadlines(), Read());

    [Theory]
    [InlineData("Protection:UrgentHours", "0")]
    [InlineData("Protection:UrgentHours", "soon")]
    [InlineData("Protection:ProtectiveDays", "-1")]
    [InlineData("Protection:SystemicDays", "251")]
    public void What_is_no_deadline_is_refused_by_its_key(string key, string value) =>
        Assert.Contains(key, Assert.Throws<InvalidOperationException>(() => Read((key, value))).Message, StringComparison.Ordinal);

    private static ProtectionDeadlines Read(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
        var services = new ServiceCollection().AddInfrastructure(configuration);
        return (ProtectionDeadlines)services.Single(s => s.ServiceType == typeof(ProtectionDeadlines)).ImplementationInstance!;
    }
}
