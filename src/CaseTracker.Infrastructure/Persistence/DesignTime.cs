using CaseTracker.Application.Access;
using CaseTracker.Infrastructure.Confidentiality;
using CaseTracker.Infrastructure.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Infrastructure.Persistence;

/// <summary>The model without a database, for the migrations projects and their pending-changes check.</summary>
public static class DesignTime
{
    public static CaseTrackerDbContext Context(DatabaseProvider provider, string connectionString)
    {
        // Identity reads its schema version from the application's services; without them the passkey table would be missing.
        var services = new ServiceCollection().Configure<IdentityOptions>(UseCurrentSchema).BuildServiceProvider();
        var options = new DbContextOptionsBuilder<CaseTrackerDbContext>().UseApplicationServiceProvider(services).UseCaseTracker(provider, connectionString);
        return new CaseTrackerDbContext((DbContextOptions<CaseTrackerDbContext>)options.Options, new CurrentActor(), TimeProvider.System);
    }

    public static KeyDbContext Keys(DatabaseProvider provider, string connectionString) =>
        new((DbContextOptions<KeyDbContext>)new DbContextOptionsBuilder<KeyDbContext>().UseKeys(provider, connectionString).Options);

    public static void UseCurrentSchema(IdentityOptions options) => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
}
