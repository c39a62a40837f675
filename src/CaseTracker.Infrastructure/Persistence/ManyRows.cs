using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CaseTracker.Infrastructure.Persistence;

/// <summary>
/// Writes rows that nothing hangs on, many in one statement and without tracking them: a thousand incidents bring fifty
/// thousand words, and tracking those costs more than everything else about the incidents.
/// </summary>
internal static class ManyRows
{
    /// <summary>Within the parameters that each of the three databases takes in one statement.</summary>
    private const int RowsAtOnce = 250;

    /// <summary>Inside the current transaction, in the order given: sorted by their key they touch each page of an index once.</summary>
    /// <exception cref="DbUpdateException">The database refused them: the same answer as of tracked rows.</exception>
    public static async Task InsertRowsAsync<T>(this DbContext db, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var columns = type.GetProperties().Select(p => (Property: p.PropertyInfo!, Mapping: p.GetRelationalTypeMapping(), Name: p.GetColumnName(StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value)!)).ToList();
        var sql = db.GetService<ISqlGenerationHelper>();
        var into = $"INSERT INTO {sql.DelimitIdentifier(type.GetTableName()!, type.GetSchema())} ({string.Join(", ", columns.Select(c => sql.DelimitIdentifier(c.Name)))}) VALUES ";
        foreach (var some in rows.Chunk(RowsAtOnce).GroupBy(c => c.Length))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
            command.CommandText = into + Places(some.Key, columns.Count);
            foreach (var chunk in some)
            {
                Fill(command, chunk.SelectMany(row => columns.Select(c => (c.Mapping, c.Property.GetValue(row)))));
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
            text.Append(row == 0 ? "(" : ", (").AppendJoin(", ", Enumerable.Range(row * columns, columns).Select(i => "@p" + i.ToString(CultureInfo.InvariantCulture))).Append(')');
        }

        return text.ToString();
    }

    private static void Fill(DbCommand command, IEnumerable<(RelationalTypeMapping Mapping, object? Value)> values)
    {
        var first = command.Parameters.Count == 0;
        foreach (var (index, (mapping, value)) in values.Index())
        {
            if (first)
            {
                command.Parameters.Add(mapping.CreateParameter(command, "@p" + index.ToString(CultureInfo.InvariantCulture), value, nullable: false));
            }
            else
            {
                command.Parameters[index].Value = mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;
            }
        }
    }
}
