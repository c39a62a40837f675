using CaseTracker.Infrastructure.Confidentiality;
using CaseTracker.Infrastructure.Hosting;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore.Design;

namespace CaseTracker.Migrations.SqlServer;

/// <summary>The same for the key database.</summary>
public sealed class KeysDesignTimeFactory : IDesignTimeDbContextFactory<KeyDbContext>
{
    public KeyDbContext CreateDbContext(string[] args) =>
        DesignTime.Keys(DatabaseProvider.SqlServer, "Server=localhost;Database=design;TrustServerCertificate=true");
}
