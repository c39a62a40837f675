using CaseTracker.Application.Access;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Mail;
using CaseTracker.Testing.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseTracker.Web.BrowserTests.Running;

/// <summary>
/// The site as a demonstration on a real port: browsers take cookies over plain HTTP only from a site that runs so, and
/// the demonstration brings a few hundred incidents. Mail goes to a listener of ours, and time is the browser's own.
/// </summary>
public sealed class ServedSite(int mailPort) : WebApp
{
    public string Address { get; private set; } = "";

    public void Serve()
    {
        UseKestrel(0);
        StartServer();
        Address = $"http://localhost:{ClientOptions.BaseAddress.Port}";
    }

    /// <summary>What the site's own jobs do within a minute, at once: whichever comes second finds it done.</summary>
    public async Task WorkAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        await scope.ServiceProvider.GetRequiredService<RemindOfFollowUps>().RunAsync(default);
        await scope.ServiceProvider.GetRequiredService<MailQueue>().RunAsync(default);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment("Development");
        builder.UseSetting("Mail:Host", "127.0.0.1");
        builder.UseSetting("Mail:Port", $"{mailPort}");
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(TimeProvider.System)));
    }
}
