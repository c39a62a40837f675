using System.Collections;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Infrastructure.Audit;
using CaseTracker.Infrastructure.Confidentiality;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CaseTracker.Infrastructure.Persistence;

/// <summary>
/// New aggregates with all their parts as rows of their tables, to be sealed and written by the thousand without tracking them.
/// Nobody is told of them: their events are not stored.
/// </summary>
internal sealed class NewRows(IModel model)
{
    private static readonly ILookup<Type, SealedField> Fields = SealedFields.All.ToLookup(f => f.Entity);

    private readonly List<Table> _tables = [];
    private readonly Dictionary<IEntityType, Table> _byType = [];

    /// <param name="keys">Whose data key seals it and its parts.</param>
    public void Add(object whole, KeyOwner keys) => Add(model.FindEntityType(whole.GetType())!, new(whole, null, keys));

    /// <summary>Makes the data keys, and seals everything under them, each value for the very column and row that it goes to.</summary>
    public async Task SealAsync(Vault vault, CancellationToken cancellationToken)
    {
        var sealable = _tables.SelectMany(t => t.Sealed.Select(s => (Table: t, Sealed: s))).ToList();
        var ring = await vault.MakeAsync(sealable.SelectMany(s => s.Table.Rows.Select(r => r.Keys)).Distinct(), cancellationToken);
        foreach (var (table, (field, value)) in sealable)
        {
            foreach (var row in table.Rows)
            {
                if (value(row) is Sealed<string> { IsFresh: true } fresh)
                {
                    ring.Close(field, row.Keys, table.RowOf(row), fresh);
                }
            }
        }
    }

    /// <summary>What a line of the trail says of them. Only after sealing: it has hashes of envelopes.</summary>
    public IEnumerable<(Guid Record, RowWrite Row)> Guarded()
    {
        var hash = new RowHash();
        var tables = GuardedWrites.TablesOf(model);
        foreach (var table in _tables)
        {
            if (tables.TryGetValue(table.Type, out var guarded))
            {
                Func<Row, object?>[] readers = [.. guarded.Properties.Select(Table.ReaderOf)];
                foreach (var row in table.Rows)
                {
                    yield return guarded.Added(place => readers[place](row), hash);
                }
            }
        }
    }

    /// <summary>Inside the current transaction, what is referred to first.</summary>
    public async Task InsertAsync(DbContext db, CancellationToken cancellationToken)
    {
        var ordered = new List<Table>();
        _tables.ForEach(Place);
        foreach (var table in ordered)
        {
            await db.InsertRowsAsync(table.Type, table.Columns, table.Rows, cancellationToken);
        }

        void Place(Table table)
        {
            foreach (var principal in table.Type.GetForeignKeys().Select(k => k.PrincipalEntityType).Where(p => p != table.Type))
            {
                if (_byType.TryGetValue(principal, out var before))
                {
                    Place(before);
                }
            }

            if (!ordered.Contains(table))
            {
                ordered.Add(table);
            }
        }
    }

    private void Add(IEntityType type, Row row)
    {
        if (!_byType.TryGetValue(type, out var table))
        {
            table = new Table(type);
            _byType.Add(type, table);
            _tables.Add(table);
        }

        table.Rows.Add(row);
        foreach (var (target, parts) in table.Parts)
        {
            foreach (var part in (IEnumerable)parts.GetClrValueUsingContainingEntity(row.Entity)!)
            {
                Add(target, new(part, row.Entity, row.Keys));
            }
        }
    }

    /// <param name="Entity">What becomes the row.</param>
    /// <param name="Whole">What it is a part of; null for an aggregate itself.</param>
    /// <param name="Keys">Whose data key seals it.</param>
    private sealed record Row(object Entity, object? Whole, KeyOwner Keys);

    private sealed class Table
    {
        private readonly List<Func<Row, object?>> _key;

        public Table(IEntityType type)
        {
            Type = type;
            Columns = [.. type.GetFlattenedProperties().Select(p => p.ColumnOf(ReaderOf(p)))];
            Parts = [.. type.GetNavigations().Where(n => n.IsCollection).Select(n => (n.TargetEntityType, n.GetGetter()))];
            Sealed = [.. Fields[type.ClrType].Select(f => (f, ReaderOf(type.FindProperty(f.Column)!)))];
            _key = [.. type.FindPrimaryKey()!.Properties.Select(ReaderOf)];
        }

        public IEntityType Type { get; }

        public List<Row> Rows { get; } = [];

        public IReadOnlyList<Column<Row>> Columns { get; }

        public IReadOnlyList<(IEntityType Target, IClrPropertyGetter Parts)> Parts { get; }

        public IReadOnlyList<(SealedField Field, Func<Row, object?> Value)> Sealed { get; }

        public string RowOf(Row row) => string.Join('/', _key.Select(part => SealingInterceptor.Written(part(row))));

        public static Func<Row, object?> ReaderOf(IProperty property)
        {
            // What the class does not have is the key of the whole that the row is a part of.
            if (property.IsShadowProperty())
            {
                var key = property.GetContainingForeignKeys().Single().PrincipalKey.Properties[0].GetGetter();
                return row => key.GetClrValueUsingContainingEntity(row.Whole!);
            }

            var value = property.GetGetter();
            if (property.DeclaringType is not IComplexType { ComplexProperty: var complex })
            {
                return row => value.GetClrValueUsingContainingEntity(row.Entity);
            }

            var holder = complex.GetGetter();
            return row => holder.GetClrValueUsingContainingEntity(row.Entity) is null ? null : value.GetClrValueUsingContainingEntity(row.Entity);
        }
    }
}
