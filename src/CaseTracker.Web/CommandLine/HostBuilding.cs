using CaseTracker.Application.Access;
using CaseTracker.Application.Audit;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.CommandLine;

/// <summary>Builds the same application for every verb; only <c>serve</c> starts it.</summary>
public sealed class HostBuilding(Action<WebApplicationBuilder> compose)
{
    public const string VaultIsLocked = "The vault is locked: its key (Vault:KeyFile, Vault:Key or the passphrase) is missing or is not the one that sealed these records.";

    public const string DefaultAddress = "http://localhost:5080";

    /// <summary>Arguments that are configuration.</summary>
    public string[] Configuration { get; set; } = [];

    /// <summary>Known once something was built.</summary>
    public IDatabaseFaults? Faults { get; private set; }

    public WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(Configuration);
        if (new[] { "urls", "http_ports", "https_ports" }.All(key => string.IsNullOrEmpty(builder.Configuration[key])) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        try
        {
            compose(builder);
        }
        catch (InvalidOperationException wrong)
        {
            throw new RefusedToOperatorException($"The configuration cannot be used: {wrong.Message}");
        }
        catch (UnauthorizedAccessException)
        {
            throw new RefusedToOperatorException("The data folder (Data:Directory) cannot be written by this account.");
        }

        var app = builder.Build();
        Faults = app.Services.GetRequiredService<IDatabaseFaults>();
        return app;
    }

    /// <summary>The work of a verb, in the operator's name, on a database that is up to date.</summary>
    /// <param name="work">What the verb does.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="needsVault">False for what opens nothing sealed: whoever audits the operator need not have the vault's key.</param>
    public async Task<int> WithDatabaseAsync(Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancellationToken, bool needsVault = true)
    {
        await using var app = Build();
        await PrepareAsync(app.Services, cancellationToken);
        if (needsVault && app.Services.GetRequiredService<IVaultDoor>().IsLocked)
        {
            throw new RefusedToOperatorException(VaultIsLocked);
        }

        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        try
        {
            return await work(scope.ServiceProvider, cancellationToken);
        }
        catch (SealBrokenException broken)
        {
            throw await RefuseAsync(app.Services, broken);
        }
    }

    /// <summary>The database is of this version and its lists are in memory.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<IDatabaseSetup>();

        // Asking first is worth half a second of every start: migrating compares whole models before it finds nothing to do.
        if (!await database.IsCurrentAsync(cancellationToken))
        {
            if (!database.MigratesOnStart)
            {
                throw new RefusedToOperatorException("The database is of another version. Run the verb `migrate` first, or set Database:MigrateOnStart to true.");
            }

            await MigrateAsync(database, cancellationToken);
        }

        try
        {
            await database.LoadAsync(cancellationToken);
        }
        catch (AuditKeyException missing)
        {
            throw new RefusedToOperatorException(missing.Message);
        }
        catch (InvalidOperationException unusable)
        {
            throw new RefusedToOperatorException(unusable.Message);
        }
        catch (SealBrokenException broken)
        {
            throw await RefuseAsync(services, broken);
        }
    }

    /// <exception cref="RefusedToOperatorException">Another version made the database: it is left as it is.</exception>
    public static async Task MigrateAsync(IDatabaseSetup database, CancellationToken cancellationToken)
    {
        if (await database.IsOfUnknownVersionAsync(cancellationToken))
        {
            throw new RefusedToOperatorException(
                "The database was made by another version of CaseTracker (a later one, or a trial version before the first release), and nothing in it was changed. "
                + "Run the version that made it, or choose another database with ConnectionStrings:CaseTracker or Data:Directory.");
        }

        await database.MigrateAsync(cancellationToken);
        await database.SeedAsync(cancellationToken);
    }

    private static async Task<RefusedToOperatorException> RefuseAsync(IServiceProvider services, SealBrokenException broken)
    {
        await services.GetRequiredService<SealAlarm>().RaiseAsync(actor: null, broken);
        return new RefusedToOperatorException(broken.IsKeyMissing
            ? $"A key of the kind {broken.Owner.Kind} is missing from the key database and was not destroyed. None is made in its place, because it would hide the loss: put back a backup of the key database."
            : $"{broken.Message} It was altered, or comes from another place or time. Compare the databases with their backups.");
    }

    /// <exception cref="RefusedToOperatorException">There is at least one refusal.</exception>
    public static void Expect(IServiceProvider services, IReadOnlyList<Refusal> refusals)
    {
        if (refusals.Count > 0)
        {
            var texts = Refusals.TextsOf(services.GetRequiredService<IStringLocalizerFactory>());
            throw new RefusedToOperatorException(string.Join(Environment.NewLine, refusals.Select(r => r.Field is null ? Refusals.Sentence(r, texts) : $"{r.Field}: {Refusals.Sentence(r, texts)}")));
        }
    }
}
