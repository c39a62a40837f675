using System.Net.Mail;
using CaseTracker.Application.Access;
using CaseTracker.Application.Mail;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Mail;
using CaseTracker.FaultTests.FollowUps;
using CaseTracker.Infrastructure.Mail;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.FaultTests.Mail;

/// <summary>The product with a mail server that can be made to fail, and a worker who has a follow-up due today.</summary>
public sealed class MailPost : UseCasesOnSqlite
{
    public SmtpDouble Server { get; } = new();

    public MailSecurity Security { get; init; }

    public Actor Worker { get; private set; } = Actor.Nobody;

    public Actor Administrator { get; private set; } = Actor.Nobody;

    public static async Task<MailPost> OpenAsync(MailSecurity security = MailSecurity.None)
    {
        var post = new MailPost { Security = security };
        await post.InitializeAsync();
        var team = await post.FoundTeamAsync();
        post.Worker = await post.JoinAsync(Role.CaseWorker, team);
        post.Administrator = await post.JoinAsync(Role.Administrator);
        return post;
    }

    public async Task CloseAsync()
    {
        await Server.DisposeAsync();
        await DisposeAsync();
    }

    /// <returns>The number of the incident that the mail is about.</returns>
    public async Task<string> AnnounceAsync()
    {
        var (number, _) = await this.ScheduleAsync(Worker);
        await this.RemindAsync();
        return number;
    }

    public Task<int> TickAsync() => this.RunAsync<MailQueue>();

    /// <summary>As many turns as the given time has, with the clock moved on for each.</summary>
    public async Task TicksAsync(TimeSpan total, TimeSpan every)
    {
        for (var passed = TimeSpan.Zero; passed < total; passed += every)
        {
            Clock.Advance(every);
            await TickAsync();
            await this.RunAsync<SweepMailClaims>();
        }
    }

    public Task<List<OutgoingMail>> MailAsync() => StoredAsync(db => db.OutgoingMail.AsNoTracking().OrderBy(m => m.At).ThenBy(m => m.Id).ToListAsync());

    public async Task<OutgoingMail> OnlyMailAsync() => Assert.Single(await MailAsync());

    protected override void Configure(IServiceCollection services)
    {
        services.AddSingleton(new MailSettings
        {
            Host = "127.0.0.1",
            Port = Server.Port,
            Security = Security,
            Sender = new MailAddress("avisos@defensa.example"),
            TimeOut = TimeSpan.FromSeconds(5),
        });
        services.AddSingleton<IMailTransport, SmtpTransport>();
        services.AddSingleton(PublicAddress.From("https://casos.defensa.example/"));
    }
}
