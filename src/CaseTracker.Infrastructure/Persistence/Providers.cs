using CaseTracker.Infrastructure.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CaseTracker.Infrastructure.Persistence;

/// <summary>The three databases, each with its own migrations project.</summary>
public static class Providers
{
    public static DbContextOptionsBuilder UseCaseTracker(this DbContextOptionsBuilder builder, DatabaseProvider provider, string connectionString)
    {
        // The parts of an incident are only ever reached through it, so a filter on the incident is all that is needed.
        builder.ConfigureWarnings(w => w.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));
        return provider switch
        {
            DatabaseProvider.Sqlite => builder
                .UseSqlite(Durable(connectionString), o => o
                    .MigrationsAssembly("CaseTracker.Migrations.Sqlite")
                    .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)

                    // A list as one parameter: as many parameters as it has members would have the SQL written anew for each
                    // request, and the filter on incidents holds a list of teams.
                    .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
                .AddInterceptors(SqlitePragmas.Instance),
            DatabaseProvider.PostgreSql => builder
                .UseNpgsql(connectionString, o => o.MigrationsAssembly("CaseTracker.Migrations.PostgreSql").UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)),
            DatabaseProvider.SqlServer => builder
                .UseSqlServer(connectionString, o => o.MigrationsAssembly("CaseTracker.Migrations.SqlServer").UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)),
            _ => throw new ArgumentOutOfRangeException(nameof(provider)),
        };
    }

    /// <summary>The key database, by the same provider or, left to itself, in a file of its own.</summary>
    public static DbContextOptionsBuilder UseKeys(this DbContextOptionsBuilder builder, DatabaseProvider provider, string connectionString) => provider switch
    {
        DatabaseProvider.Sqlite => builder
            .UseSqlite(Durable(connectionString), o => o.MigrationsAssembly("CaseTracker.Migrations.Sqlite").UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .AddInterceptors(SqlitePragmas.Instance),
        DatabaseProvider.PostgreSql => builder.UseNpgsql(connectionString, o => o.MigrationsAssembly("CaseTracker.Migrations.PostgreSql").MigrationsHistoryTable("__KeysMigrationsHistory")),
        DatabaseProvider.SqlServer => builder.UseSqlServer(connectionString, o => o.MigrationsAssembly("CaseTracker.Migrations.SqlServer").MigrationsHistoryTable("__KeysMigrationsHistory")),
        _ => throw new ArgumentOutOfRangeException(nameof(provider)),
    };

    private static string Durable(string connectionString) =>
        new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = 30 }.ToString();
}
