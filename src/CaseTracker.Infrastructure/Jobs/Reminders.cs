using System.Globalization;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Audit;
using CaseTracker.Application.Erasures;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Jobs;
using CaseTracker.Application.Mail;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Infrastructure.Audit;
using CaseTracker.Infrastructure.Confidentiality;
using CaseTracker.Infrastructure.Hosting;
using CaseTracker.Infrastructure.Mail;
using CaseTracker.Infrastructure.Outbox;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Infrastructure.Jobs;

public static class Reminders
{
    /// <summary>What happened is told, follow-ups are reminded of, mail goes out, old drafts go, the trail is watched; on the nodes whose <c>Roles</c> name <c>worker</c>.</summary>
    /// <exception cref="InvalidOperationException">A setting is unusable; the message names its key.</exception>
    public static IServiceCollection AddReminders(this IServiceCollection services, IConfiguration configuration)
    {
        var database = DatabaseOptions.From(configuration);
        var mail = MailSettings.Read(configuration, database);
        services.AddSingleton(mail);
        services.AddSingleton(PublicAddress.From(configuration["Site:PublicAddress"]));
        services.AddSingleton(ReadRule(configuration));
        services.AddSingleton(ReadLimits(configuration));
        services.AddSingleton(ReadNames(configuration));
        services.AddSingleton(ReadPeriods(configuration));
        services.AddSingleton<IDatabaseFaults, DatabaseFaults>();
        services.AddSingleton<MailPause>();
        services.AddScoped<ReminderLetters>();
        services.AddSingleton<JobRunner>();
        if (mail.Host is null)
        {
            services.AddSingleton<IMailTransport, PickupTransport>();
        }
        else
        {
            services.AddSingleton<IMailTransport, SmtpTransport>();
        }

        services.AddWork<OutboxDelivery>("deliver-outbox", TimeSpan.FromSeconds(5));
        services.AddWork<RemindOfFollowUps>("remind", TimeSpan.FromMinutes(1));
        services.AddWork<RemindOfReplies>(RemindOfReplies.Job, TimeSpan.FromMinutes(1));
        services.AddWork<MailQueue>("send-mail", TimeSpan.FromSeconds(10));
        services.AddWork<SweepMailClaims>("sweep-leases", TimeSpan.FromMinutes(1));
        services.AddWork<ExpireDrafts>("expire-drafts", TimeSpan.FromHours(1));
        services.AddSingleton<KeysWithoutDraft>();
        services.AddWork<EndedDrafts>("destroy-draft-keys", TimeSpan.FromHours(1));
        services.AddWork<WatchReading>("watch-reading", TimeSpan.FromMinutes(1));
        services.AddWork<FinishErasures>(FinishErasures.Job, TimeSpan.FromSeconds(10));
        services.AddWork<RepeatErasures>(RepeatErasures.Job, TimeSpan.FromHours(1));
        services.AddWork<TrailSequencer>("seal-trail", TimeSpan.FromSeconds(5));
        services.AddWork<DailyCheckpoint>("checkpoint-trail", TimeSpan.FromHours(1));
        if (IsWorker(configuration))
        {
            AddEngine(services, configuration, database);
        }

        return services;
    }

    private static void AddWork<TWork>(this IServiceCollection services, string name, TimeSpan every)
        where TWork : class, IRecurringWork
    {
        services.AddScoped<TWork>();
        services.AddSingleton(RecurringJob.Of<TWork>(name, every));
    }

    private static void AddEngine(IServiceCollection services, IConfiguration configuration, DatabaseOptions database)
    {
        var engine = configuration["Jobs:Engine"] is { Length: > 0 } chosen ? chosen : "Quartz";
        if (engine.Equals("Quartz", StringComparison.OrdinalIgnoreCase))
        {
            QuartzJobs.Configure(services, database);
            services.AddSingleton<IJobEngine, QuartzJobs>();
        }
        else if (!engine.Equals("Hangfire", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException("Jobs:Engine must be Quartz, or Hangfire in the full edition.");
        }
        else if (services.All(s => s.ServiceType != typeof(IJobEngine)))
        {
            // The full edition brings its engine before the infrastructure asks for one.
            throw new InvalidOperationException("Jobs:Engine is Hangfire, which only the full edition has. Leave it out, or set it to Quartz.");
        }

        services.AddHostedService<JobsHost>();
    }

    private static bool IsWorker(IConfiguration configuration) =>
        (configuration["Roles"] is { Length: > 0 } roles ? roles : "web,worker")
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Contains("worker", StringComparer.OrdinalIgnoreCase);

    private static ReminderRule ReadRule(IConfiguration configuration)
    {
        var lead = configuration.GetValue<int?>("Reminders:LeadDays") ?? 1;
        var every = configuration.GetValue<int?>("Reminders:OverdueEveryDays") ?? 7;
        return lead is >= 0 and <= 60 && every is >= 1 and <= 365
            ? new ReminderRule(lead, every)
            : throw new InvalidOperationException("Reminders:LeadDays must be 0 to 60, Reminders:OverdueEveryDays 1 to 365.");
    }

    /// <summary><c>Replies:PeriodDays</c> for every type, and <c>Replies:PeriodDays:UA</c> for one.</summary>
    private static ReplyPeriods ReadPeriods(IConfiguration configuration)
    {
        var section = configuration.GetSection("Replies:PeriodDays");
        return new(Days(section) ?? ReplyPeriods.DefaultDays, section.GetChildren().Select(c => (c.Key, Days: Days(c))).Where(c => c.Days is not null).ToDictionary(c => c.Key, c => c.Days!.Value));

        static int? Days(IConfigurationSection setting) => string.IsNullOrWhiteSpace(setting.Value) ? null
            : int.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= ReplyPeriods.MostDays ? days
            : throw new InvalidOperationException($"{setting.Path} must be 1 to {ReplyPeriods.MostDays} days.");
    }

    private static NamesLimit ReadNames(IConfiguration configuration) =>
        configuration.GetValue("Limits:Names", NamesLimit.Usual) is > 0 and var most ? new NamesLimit(most) : throw new InvalidOperationException("Limits:Names must be at least 1.");

    /// <summary>Two settings for each: <c>Alarms:Incidents</c> (how many) and <c>Alarms:IncidentsMinutes</c> (within how long).</summary>
    private static ReadingLimits ReadLimits(IConfiguration configuration)
    {
        try
        {
            return new([.. ReadingLimits.Default.All.Select(l => new ReadingLimit(
                l.Reading,
                configuration.GetValue<int?>($"Alarms:{l.Reading}") ?? l.Most,
                configuration.GetValue<int?>($"Alarms:{l.Reading}Minutes") ?? l.Minutes))]);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new InvalidOperationException($"Alarms:Incidents, Alarms:Identities and Alarms:Exports must be 0 or more, their minutes 1 to {ReadingLimit.LongestMinutes}.");
        }
    }
}
