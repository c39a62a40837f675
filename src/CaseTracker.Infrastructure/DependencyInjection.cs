using CaseTracker.Application.Accountability;
using CaseTracker.Application.Campaigns;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Demonstration;
using CaseTracker.Application.People;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Reference;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Infrastructure.Accountability;
using CaseTracker.Infrastructure.Audit;
using CaseTracker.Infrastructure.Confidentiality;
using CaseTracker.Infrastructure.Demonstration;
using CaseTracker.Infrastructure.Hosting;
using CaseTracker.Infrastructure.Jobs;
using CaseTracker.Infrastructure.People;
using CaseTracker.Infrastructure.Persistence;
using CaseTracker.Infrastructure.Reference;
using CaseTracker.Infrastructure.Vocabularies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseTracker.Infrastructure;

public static class DependencyInjection
{
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        var database = DatabaseOptions.From(configuration);
        services.AddSingleton(database);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new Calendar(
            provider.GetRequiredService<TimeProvider>(),
            TimeZoneInfo.FindSystemTimeZoneById(configuration["Site:TimeZone"] is { Length: > 0 } zone ? zone : "America/Mexico_City")));

        // Part of the model, so it belongs to the database and not only to the host that signs people in.
        services.Configure<IdentityOptions>(DesignTime.UseCurrentSchema);
        services.AddVault(configuration, database);
        services.AddDbContext<CaseTrackerDbContext>((provider, options) => options
            .UseApplicationServiceProvider(provider)
            .UseCaseTracker(database.Provider, database.ConnectionString)
            .AddInterceptors(provider.GetRequiredService<SealingInterceptor>(), provider.GetRequiredService<GuardedWrites>(), GuardedCommands.Instance));
        services.AddScoped<ICaseTrackerDb>(provider => provider.GetRequiredService<CaseTrackerDbContext>());
        services.AddScoped<IUnitOfWork, UnitOfWork>();
        services.AddScoped<IIncidentNumbers, IncidentNumbers>();
        services.AddScoped<ICampaignNumbers, CampaignNumbers>();
        services.AddSingleton(new CampaignRules(configuration.GetValue("Campaigns:SuggestionDays", CampaignSuggestion.UsualDays)));
        services.AddScoped<IDatabaseSweep, DatabaseSweep>();
        services.AddScoped<IStalledThresholds, StalledThresholds>();
        services.AddScoped<IIdentityRegister, IdentityRegister>();
        services.AddSingleton<ITrailWriter, TrailWriter>();
        services.AddTrailProof();
        services.AddSingleton<DatabaseSetup>();
        services.AddSingleton<IDemoSeeder, DemoSeeder>();
        services.AddSingleton<IDatabaseSetup>(provider => provider.GetRequiredService<DatabaseSetup>());

        services.AddSingleton<TermCache>();
        services.AddSingleton<ITerms>(provider => provider.GetRequiredService<TermCache>());
        services.AddSingleton<IAreas>(provider => provider.GetRequiredService<TermCache>());
        services.AddSingleton<IReleaseTitles, ReleaseTitles>();
        services.AddSingleton(ProtectionSettings.Read(configuration));
        services.AddReminders(configuration);
        return services;
    }

    private static void AddVault(this IServiceCollection services, IConfiguration configuration, DatabaseOptions database)
    {
        services.AddSingleton(KeySource.From(configuration, database.DataDirectory));
        services.AddDbContextFactory<KeyDbContext>(options => options.UseKeys(database.KeysProvider, database.KeysConnectionString));
        services.AddSingleton<Vault>();
        services.AddSingleton<IVault>(provider => provider.GetRequiredService<Vault>());
        services.AddSingleton<IVaultDoor>(provider => provider.GetRequiredService<Vault>());
        services.AddSingleton<IKeyShredder>(provider => provider.GetRequiredService<Vault>());
        services.AddSingleton<ISecretBox>(provider => provider.GetRequiredService<Vault>());
        services.AddSingleton<IBlindIndex>(provider => provider.GetRequiredService<Vault>());
        services.AddSingleton<SealingInterceptor>();
    }
}
