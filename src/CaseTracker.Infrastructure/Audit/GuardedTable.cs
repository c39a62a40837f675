using System.Data.Common;
using System.Globalization;
using CaseTracker.Application.Audit;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CaseTracker.Infrastructure.Audit;

/// <summary>A table whose rows the trail vouches for, with all its columns. Its rows belong to the record whose id their keys begin with.</summary>
internal sealed class GuardedTable
{
    private readonly GuardedColumn[] _columns;
    private readonly int[] _keyPlaces;

    private GuardedTable(IEntityType type)
    {
        Name = type.GetTableName()!;
        var table = StoreObjectIdentifier.Table(Name, type.GetSchema());
        var columns = type.GetFlattenedProperties().Select(p => (Property: p, Name: p.GetColumnName(table)!)).Where(c => !UnguardedTables.Columns.ContainsKey($"{Name}.{c.Name}")).OrderBy(c => c.Name, StringComparer.Ordinal).ToList();
        _columns = [.. columns.Select(c => new GuardedColumn(c.Property, c.Name))];
        _keyPlaces = [.. type.FindPrimaryKey()!.Properties.Select(k => columns.FindIndex(c => c.Property == k))];
    }

    public string Name { get; }

    public IReadOnlyList<string> Columns => [.. _columns.Select(c => c.Name)];

    public string RecordColumn => _columns[_keyPlaces[0]].Name;

    public static bool IsGuarded(IEntityType type) => type.GetTableName() is { } table && !UnguardedTables.All.ContainsKey(table) && BeginsWithId(type);

    public static IReadOnlyDictionary<IEntityType, GuardedTable> In(IModel model) =>
        model.GetEntityTypes().Where(IsGuarded).ToDictionary(t => t, t => new GuardedTable(t));

    /// <summary>Of <see cref="Columns"/>, in their order.</summary>
    public IReadOnlyList<IProperty> Properties => [.. _columns.Select(c => c.Property)];

    public Guid RecordOf(EntityEntry row) => IdOf(_columns[_keyPlaces[0]].ValueIn(row)!);

    public string KeyOf(EntityEntry row) => _keyPlaces.Length == 1 ? "" : Write(_keyPlaces.Skip(1).Select(place => _columns[place].ValueIn(row)!));

    /// <summary>Of what the row holds since this save.</summary>
    public byte[] HashOf(EntityEntry row, RowHash hash)
    {
        hash.Of(Name);
        foreach (var column in _columns)
        {
            column.Write(hash, column.ValueIn(row));
        }

        return hash.Finish();
    }

    /// <summary>Of what the row held when it was read.</summary>
    public byte[] FormerHashOf(EntityEntry row, RowHash hash)
    {
        hash.Of(Name);
        var former = row.OriginalValues;
        foreach (var column in _columns)
        {
            column.Write(hash, column.ValueIn(former));
        }

        return hash.Finish();
    }

    /// <summary>What a line says of a row that it adds.</summary>
    /// <param name="value">Of the property at a place of <see cref="Properties"/>.</param>
    /// <param name="hash">Used again from row to row.</param>
    public (Guid Record, RowWrite Row) Added(Func<int, object?> value, RowHash hash)
    {
        hash.Of(Name);
        for (var place = 0; place < _columns.Length; place++)
        {
            _columns[place].Write(hash, value(place));
        }

        return (IdOf(value(_keyPlaces[0])!), new(Name, Write(_keyPlaces.Skip(1).Select(place => value(place)!)), Before: null, hash.Finish()));
    }

    /// <param name="row">All <see cref="Columns"/>, in their order.</param>
    /// <param name="hash">Used again from row to row.</param>
    public (Guid Record, string Key, byte[] Hash) Read(DbDataReader row, RowHash hash)
    {
        hash.Of(Name);
        for (var place = 0; place < _columns.Length; place++)
        {
            _columns[place].Write(hash, _columns[place].ValueIn(row, place));
        }

        return (row.GetGuid(_keyPlaces[0]), Write(_keyPlaces.Skip(1).Select(place => _columns[place].ValueIn(row, place)!)), hash.Finish());
    }

    private static bool BeginsWithId(IEntityType type) =>
        type.FindPrimaryKey()?.Properties[0].ClrType is { } first && (first == typeof(Guid) || first.IsAssignableTo(typeof(IStronglyTypedId)));

    private static string Write(IEnumerable<object> parts) => string.Join('/', parts.Select(part => part switch
    {
        Guid or IStronglyTypedId => IdOf(part).ToString("N"),
        string text => text,
        _ => Convert.ToInt64(part, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
    }));

    private static Guid IdOf(object id) => id is IStronglyTypedId typed ? typed.Value : (Guid)id;
}
