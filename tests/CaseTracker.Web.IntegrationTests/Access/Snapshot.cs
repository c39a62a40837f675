using System.Globalization;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CaseTracker.Web.IntegrationTests.Access;

/// <summary>Every value of every row of the tables that hold the organisation's records, to compare before and after.</summary>
internal static class Snapshot
{
    /// <summary>What every request may write: the trail, and what a sign-in keeps about itself.</summary>
    private static readonly string[] Moving = ["Trail", "Audit", "SignIn", "Session", "DataProtection", "NumberSeries", "Outbox"];

    /// <returns>One line a value: table, key, column and value.</returns>
    public static async Task<SortedSet<string>> OfAsync(CaseTrackerDbContext db)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        await db.Database.OpenConnectionAsync();
        foreach (var type in db.Model.GetEntityTypes().Where(t => t.GetTableName() is { } table && !Moving.Any(m => table.Contains(m, StringComparison.Ordinal))))
        {
            await ReadAsync(db, type, lines);
        }

        return lines;
    }

    /// <summary>Of the sign-ins, what no form that is open to anybody may change: all but the password and what is renewed with it.</summary>
    public static async Task<SortedSet<string>> OfSignInsAsync(CaseTrackerDbContext db)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        await db.Database.OpenConnectionAsync();
        await ReadAsync(db, db.Model.GetEntityTypes().Single(t => t.GetTableName() == "SignIns"), lines);
        lines.RemoveWhere(l => l.Split('\u0001')[2] is "PasswordHash" or "SecurityStamp" or "ConcurrencyStamp");
        return lines;
    }

    private static async Task ReadAsync(CaseTrackerDbContext db, IEntityType type, SortedSet<string> lines)
    {
        var table = type.GetTableName()!;
        var keys = type.FindPrimaryKey()!.Properties.Select(p => p.GetColumnName()).ToList();
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The table's name is the model's own.
        command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            var key = string.Join(',', keys.Select(k => Convert.ToString(rows[k], CultureInfo.InvariantCulture)));
            for (var i = 0; i < rows.FieldCount; i++)
            {
                lines.Add($"{table}\u0001{key}\u0001{rows.GetName(i)}\u0001{Convert.ToString(rows[i], CultureInfo.InvariantCulture)}");
            }
        }
    }
}
