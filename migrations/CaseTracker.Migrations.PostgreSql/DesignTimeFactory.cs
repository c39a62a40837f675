using CaseTracker.Infrastructure.Hosting;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore.Design;

namespace CaseTracker.Migrations.PostgreSql;

/// <summary>Lets the EF tools read the model; the connection is never opened.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<CaseTrackerDbContext>
{
    public CaseTrackerDbContext CreateDbContext(string[] args) =>
        DesignTime.Context(DatabaseProvider.PostgreSql, "Host=localhost;Database=design");
}
