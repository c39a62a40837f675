using System.Data.Common;
using System.Runtime.CompilerServices;
using CaseTracker.Domain.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace CaseTracker.Infrastructure.Audit;

/// <summary>The rows of a guarded table as the database has them, past everything that could keep one from being seen.</summary>
internal static class GuardedRows
{
    /// <param name="db">No other command may run on its connection meanwhile.</param>
    /// <param name="table">Which table.</param>
    /// <param name="after">Only of records after this one in the order of the database; null for from the first.</param>
    /// <param name="upTo">Only up to this one, and with it; null for to the last.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="UnreadableRowException">A column holds what cannot be in it.</exception>
    public static async IAsyncEnumerable<(Guid Record, string Key, byte[] Hash)> ReadAsync(
        this DbContext db, GuardedTable table, Guid? after, Guid? upTo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = Command(db, table, after, upTo);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var hash = new RowHash();
            while (await reader.ReadAsync(cancellationToken))
            {
                yield return Read(table, reader, hash);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static (Guid Record, string Key, byte[] Hash) Read(GuardedTable table, DbDataReader row, RowHash hash)
    {
        try
        {
            return table.Read(row, hash);
        }
        catch (Exception fault) when (fault is FormatException or InvalidCastException or InvalidOperationException or ArgumentException or OverflowException)
        {
            throw new UnreadableRowException(table.Name, fault);
        }
    }

    private static DbCommand Command(DbContext db, GuardedTable table, Guid? after, Guid? upTo)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var mapping = db.GetService<IRelationalTypeMappingSource>().FindMapping(typeof(Guid))!;
        var record = sql.DelimitIdentifier(table.RecordColumn);
        var command = db.Database.GetDbConnection().CreateCommand();
        var bounds = new List<string>();
        if (after is { } from)
        {
            bounds.Add($"{record} > @after");
            command.Parameters.Add(mapping.CreateParameter(command, "@after", from));
        }

        if (upTo is { } to)
        {
            bounds.Add($"{record} <= @upTo");
            command.Parameters.Add(mapping.CreateParameter(command, "@upTo", to));
        }

#pragma warning disable CA2100 // Names from the model, values as parameters.
        command.CommandText = $"SELECT {string.Join(", ", table.Columns.Select(sql.DelimitIdentifier))} FROM {sql.DelimitIdentifier(table.Name)}{(bounds.Count > 0 ? " WHERE " + string.Join(" AND ", bounds) : "")}";
#pragma warning restore CA2100
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }
}

internal sealed class UnreadableRowException(string table, Exception fault) : Exception($"A row of {table} cannot be read.", fault)
{
    public string Table { get; } = table;
}
