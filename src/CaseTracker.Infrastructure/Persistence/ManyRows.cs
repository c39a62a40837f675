using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CaseTracker.Infrastructure.Persistence;

/// <summary>A column of a table, and how to read it from what becomes a row.</summary>
internal sealed record Column<TRow>(string Name, RelationalTypeMapping Mapping, Func<TRow, object?> Value);

/// <summary>
/// Writes rows, many in one statement and without tracking them: a thousand incidents bring fifty thousand words, and tracking
/// those costs more than everything else about the incidents.
/// </summary>
internal static class ManyRows
{
    /// <summary>SQLite looks each parameter up by its name among all of them, so that long statements are slow; in its own process there is no trip to save.</summary>
    private const int ParametersOnSqlite = 100;

    /// <summary>Within what PostgreSQL and SQL Server take in one statement.</summary>
    private const int ParametersOverTheNetwork = 2_000;

    /// <summary>Inside the current transaction, in the order given: sorted by their key they touch each page of an index once.</summary>
    /// <exception cref="DbUpdateException">The database refused them: the same answer as of tracked rows.</exception>
    public static Task InsertRowsAsync<T>(this DbContext db, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        return db.InsertRowsAsync(type, [.. type.GetProperties().Select(p => p.ColumnOf<T>(p.GetGetter().GetClrValueUsingContainingEntity))], rows, cancellationToken);
    }

    public static Column<TRow> ColumnOf<TRow>(this IProperty property, Func<TRow, object?> value) =>
        new(property.GetColumnName(StoreObjectIdentifier.Create(property.DeclaringType.ContainingEntityType, StoreObjectType.Table)!.Value)!, property.GetRelationalTypeMapping(), value);

    /// <exception cref="DbUpdateException">The database refused them: the same answer as of tracked rows.</exception>
    public static async Task InsertRowsAsync<TRow>(this DbContext db, IEntityType type, IReadOnlyList<Column<TRow>> columns, IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var into = $"INSERT INTO {sql.DelimitIdentifier(type.GetTableName()!, type.GetSchema())} ({string.Join(", ", columns.Select(c => sql.DelimitIdentifier(c.Name)))}) VALUES ";
        var parameters = db.Database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite" ? ParametersOnSqlite : ParametersOverTheNetwork;
        foreach (var some in rows.Chunk(Math.Max(1, parameters / columns.Count)).GroupBy(c => c.Length))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
            command.CommandText = into + Places(some.Key, columns.Count);
            foreach (var chunk in some)
            {
                Fill(command, columns, chunk);
                await ExecuteAsync(command, cancellationToken);
            }
        }
    }

    private static async Task ExecuteAsync(DbCommand command, CancellationToken cancellationToken)
    {
        try
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (DbException fault)
        {
            throw new DbUpdateException("Rows could not be inserted.", fault);
        }
    }

    private static string Places(int rows, int columns)
    {
        var text = new StringBuilder();
        for (var row = 0; row < rows; row++)
        {
            text.Append(row == 0 ? "(" : ", (").AppendJoin(", ", Enumerable.Range(row * columns, columns).Select(NameOf)).Append(')');
        }

        return text.ToString();
    }

    private static void Fill<TRow>(DbCommand command, IReadOnlyList<Column<TRow>> columns, IReadOnlyList<TRow> rows)
    {
        var first = command.Parameters.Count == 0;
        var index = 0;
        foreach (var row in rows)
        {
            foreach (var column in columns)
            {
                var value = column.Value(row);
                if (first)
                {
                    command.Parameters.Add(column.Mapping.CreateParameter(command, NameOf(index), value, nullable: true));
                }
                else
                {
                    command.Parameters[index].Value = (column.Mapping.Converter is { } converter && value is not null ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
                }

                index++;
            }
        }
    }

    private static string NameOf(int parameter) => "@p" + parameter.ToString(CultureInfo.InvariantCulture);
}
