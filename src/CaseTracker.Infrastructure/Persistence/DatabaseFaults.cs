using System.Globalization;
using CaseTracker.Application.Persistence;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CaseTracker.Infrastructure.Persistence;

internal sealed class DatabaseFaults : IDatabaseFaults
{
    /// <summary>Codes: sqlite.org/rescode.html (constraint_primarykey, constraint_unique), PostgreSQL appendix A, SQL Server error list.</summary>
    public bool IsUniqueViolation(DbUpdateException fault) => fault.InnerException switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 1555 or 2067,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        SqlException sql => sql.Number is 2601 or 2627,
        _ => false,
    };

    public string? CodeOf(Exception fault) => fault switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode.ToString(CultureInfo.InvariantCulture),
        PostgresException postgres => postgres.SqlState,
        SqlException sql => sql.Number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
