using CaseTracker.Web.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Web.IntegrationTests.CommandLine;

/// <summary>A link that is printed leads to the site that prints it.</summary>
public sealed class PublicAddressTests
{
    [Theory]
    [InlineData(null, null, "http://localhost:5080")]
    [InlineData(null, "http://127.0.0.1:5099", "http://127.0.0.1:5099")]
    [InlineData(null, "http://[::]:5099", "http://localhost:5099")]
    [InlineData(null, "http://0.0.0.0:5099", "http://localhost:5099")]
    [InlineData(null, "https://+:5443", "https://localhost:5443")]
    [InlineData("https://cases.example.org/", "http://127.0.0.1:5099", "https://cases.example.org")]
    public void Is_the_configured_one_or_the_one_that_is_served(string? configured, string? served, string expected)
    {
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Site:PublicAddress", configured)]).Build())
            .BuildServiceProvider();

        Assert.Equal(expected, UserVerb.PublicAddress(services, served));
    }
}
