using CaseTracker.Application.Access;
using CaseTracker.Application.Demonstration;
using CaseTracker.Infrastructure.Hosting;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseTracker.Infrastructure.Access;

public static class SignInServices
{
    public static IServiceCollection AddSignIns(this IServiceCollection services, IConfiguration configuration)
    {
        // Cookies and set-up links only; what protects identities and evidence has keys of its own. The name is fixed so
        // that the command line, wherever it runs from, makes links that the site accepts.
        var keys = DataFolder.Prepare(Path.Combine(DataFolder.Prepare(DatabaseOptions.From(configuration).DataDirectory).FullName, "keys"));
        services.AddDataProtection().SetApplicationName("CaseTracker").PersistKeysToFileSystem(keys);

        services.AddIdentityCore<SignIn>(Configure)
            .AddEntityFrameworkStores<CaseTrackerDbContext>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<SessionPrincipal>();

        // OWASP Password Storage (2023): 210,000 rounds of PBKDF2-HMAC-SHA512; the default is 100,000.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordCheck.Iterations);
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = TimeSpan.FromDays(3));
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = TimeSpan.FromSeconds(60);
            options.OnRefreshingPrincipal = SessionPrincipal.KeepSession;
        });
        services.TryAddSingleton(new SignInRules(SecondFactorIsCompulsory: true));
        services.AddHttpContextAccessor();
        services.AddSingleton<Attempts>();
        services.AddScoped<SessionRegister>();
        services.AddScoped<ISessions>(provider => provider.GetRequiredService<SessionRegister>());
        services.AddScoped<SessionOpening>();
        services.AddScoped<SecondFactors>();
        services.AddScoped<ISecondFactors>(provider => provider.GetRequiredService<SecondFactors>());
        services.AddSingleton<SealedAnswers>();
        services.AddScoped<IPasskeys, Passkeys>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<SecondSteps>();
        services.AddScoped<IConfirmations, Confirmations>();
        services.AddScoped<ISignIns, SignIns>();
        services.AddScoped<IFirstRun, FirstRun>();
        services.AddOptions<IdentityPasskeyOptions>().Configure(options => PasskeyRules.Apply(options, configuration["Site:PublicAddress"]));
        services.AddSingleton<IDemoSignIns, DemoSignIns>();
        services.AddHealthChecks().AddDbContextCheck<CaseTrackerDbContext>("database");
        return services;
    }

    private static void Configure(IdentityOptions options)
    {
        DesignTime.UseCurrentSchema(options);
        options.User.RequireUniqueEmail = true;

        // Length decides; rules of composition only make people write passwords down (NIST SP 800-63B).
        options.Password.RequiredLength = SignInErrors.PasswordMinimum;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Password.RequiredUniqueChars = 1;

        // Identity locks an account for everybody, which whoever knows an address could do to its owner; see Attempts.
        options.Lockout.AllowedForNewUsers = false;
    }
}
