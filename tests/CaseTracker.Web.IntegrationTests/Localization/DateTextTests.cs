using System.Globalization;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing.Web;
using CaseTracker.Web.Localization;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Web.IntegrationTests.Localization;

public sealed class DateTextTests(WebApp site) : IClassFixture<WebApp>
{
    [Theory]
    [InlineData("es", 2016, 3, true, "Hacia marzo de 2016")]
    [InlineData("en", 2016, 3, true, "About March 2016")]
    [InlineData("es", null, null, false, "Fecha desconocida")]
    public void A_sentence_that_opens_with_a_date_opens_with_a_capital(string language, int? year, int? month, bool about, string expected)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        using var scope = site.Services.CreateScope();

        Assert.Equal(expected, scope.ServiceProvider.GetRequiredService<DateText>().Opening(PartialDate.Create(year, month, null, about).Value, null));
    }
}
