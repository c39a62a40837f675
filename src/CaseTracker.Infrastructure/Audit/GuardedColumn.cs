using System.Data.Common;
using System.Globalization;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CaseTracker.Infrastructure.Audit;

/// <summary>One column of a row that the trail vouches for: how it enters the row's hash, from memory and from the database.</summary>
internal sealed class GuardedColumn
{
    private readonly IProperty _property;
    private readonly IClrPropertyGetter? _getter;
    private readonly Action<RowHash, string, object> _write;
    private readonly Func<DbDataReader, int, object> _read;

    /// <exception cref="NotSupportedException">Nobody has said yet how a value of this type is hashed.</exception>
    public GuardedColumn(IProperty property, string name)
    {
        _property = property;
        _getter = property.IsShadowProperty() ? null : property.GetGetter();
        Name = name;
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        (_write, _read) = HowTo(type, property);
    }

    public string Name { get; }

    public IProperty Property => _property;

    /// <summary>What it holds now: straight from the object where it can be, since a seed has hundreds of thousands of rows.</summary>
    public object? ValueIn(EntityEntry row) => _getter is null ? row.Property(_property).CurrentValue : _getter.GetClrValueUsingContainingEntity(row.Entity);

    public object? ValueIn(PropertyValues row) => row[_property];

    public object? ValueIn(DbDataReader row, int place) => row.IsDBNull(place) ? null : _read(row, place);

    /// <summary>Nothing for null, nor for zero where there is no null.</summary>
    public void Write(RowHash hash, object? value)
    {
        if (value is not null && (_property.IsNullable || !IsZero(value)))
        {
            _write(hash, Name, value);
        }
    }

    private static bool IsZero(object value) => value switch
    {
        string text => text.Length == 0,
        Sealed<string> or byte[] => false,
        DateTimeOffset at => at == default,
        DateOnly day => day == default,
        Guid or IStronglyTypedId => IdOf(value) == Guid.Empty,
        double real => BitConverter.DoubleToInt64Bits(real) == 0,
        _ => NumberOf(value) == 0,
    };

    private static (Action<RowHash, string, object> Write, Func<DbDataReader, int, object> Read) HowTo(Type type, IProperty property)
    {
        if (type == typeof(string))
        {
            return ((hash, name, value) => hash.Text(name, (string)value), (row, place) => row.GetString(place));
        }

        if (type == typeof(Sealed<string>) || type == typeof(byte[]))
        {
            return ((hash, name, value) => hash.Bytes(name, value is Sealed<string> closed ? closed.Envelope : (byte[])value), (row, place) => row.GetFieldValue<byte[]>(place));
        }

        if (type == typeof(DateTimeOffset))
        {
            // Where the database has no type that sorts, an instant is stored as ticks.
            return ((hash, name, value) => hash.Instant(name, (DateTimeOffset)value),
                property.GetRelationalTypeMapping().Converter?.ProviderClrType == typeof(long)
                    ? (row, place) => new DateTimeOffset(row.GetInt64(place), TimeSpan.Zero)
                    : (row, place) => row.GetFieldValue<DateTimeOffset>(place));
        }

        if (type == typeof(DateOnly))
        {
            return ((hash, name, value) => hash.Day(name, (DateOnly)value), (row, place) => row.GetFieldValue<DateOnly>(place));
        }

        if (type == typeof(Guid) || type.IsAssignableTo(typeof(IStronglyTypedId)))
        {
            return ((hash, name, value) => hash.Id(name, IdOf(value)), (row, place) => row.GetGuid(place));
        }

        if (type == typeof(double))
        {
            return ((hash, name, value) => hash.Real(name, (double)value), (row, place) => row.GetDouble(place));
        }

        if (type.IsEnum || type == typeof(int) || type == typeof(long) || type == typeof(short) || type == typeof(byte) || type == typeof(bool))
        {
            return ((hash, name, value) => hash.Number(name, NumberOf(value)), (row, place) => NumberOf(row.GetValue(place)));
        }

        throw new NotSupportedException($"Say in {nameof(GuardedColumn)} how a {type.Name} ({property.DeclaringType.DisplayName()}.{property.Name}) enters the hash of its row.");
    }

    private static Guid IdOf(object value) => value is IStronglyTypedId typed ? typed.Value : (Guid)value;

    private static long NumberOf(object value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
