using System.Globalization;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Application.Paging;

/// <summary>Reads the parts of a filter, and collects what cannot be understood so that one answer names it all.</summary>
public sealed class FilterReading
{
    public const string Yes = "yes";
    public const string No = "no";

    private const int MonthsLimit = 1200;

    public List<Refusal> Refusals { get; } = [];

    public void Refuse(Refusal refusal, string field) => Refusals.Add(refusal.On(field));

    public string? Text(string? typed, int limit, string field)
    {
        var text = CleanText.Line(typed, limit, field);
        Refusals.AddRange(text.Refusals);
        return text.IsSuccess ? text.Value : null;
    }

    public string? Term(ITerms terms, string list, string? typed, string field)
    {
        var refused = Refusals.Count;
        Refusals.RequireTerm(terms, list, typed, field, required: false);
        return string.IsNullOrWhiteSpace(typed) || Refusals.Count > refused ? null : typed;
    }

    public Area? Area(IAreas areas, string? typed, string field) => Known(typed, field, areas.Find(typed));

    public Stage? Stage(string? typed, string field) => Known<Stage?>(typed, field, StageRules.TryParse(typed, out var stage) ? stage : null);

    public bool? YesNo(string? typed, string field) => Known<bool?>(typed, field, typed switch
    {
        Yes => true,
        No => false,
        _ => null,
    });

    /// <summary>A part that can only be asked for or left out.</summary>
    public bool IfYes(string? typed, string field) => Known<bool?>(typed, field, typed == Yes ? true : null) == true;

    public TId? Id<TId>(string? typed, string field)
        where TId : struct, IStronglyTypedId<TId> => Known<TId?>(typed, field, Guid.TryParseExact(typed, "N", out var id) ? TId.From(id) : null);

    public int? Months(string? typed, string field) => Known<int?>(
        typed,
        field,
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months is > 0 and <= MonthsLimit ? months : null);

    /// <summary>A code, or two of them around a hyphen.</summary>
    public (Verification? Lowest, Verification? Highest) Verification(string? typed, string field)
    {
        var ends = (typed ?? "").Split('-');
        var lowest = One(ends[0]);
        var highest = One(ends[^1]);
        return Known<(Verification?, Verification?)?>(typed, field, ends.Length <= 2 && lowest <= highest ? (lowest, highest) : null) ?? (null, null);

        static Verification? One(string code) => Enum.TryParse<Verification>(code, out var state) && code == state.ToString() ? state : null;
    }

    /// <summary><c>2016</c>, <c>2016-03</c> or <c>2016-03-05</c>.</summary>
    public PartialDate? Date(string? typed, string field)
    {
        if (string.IsNullOrEmpty(typed))
        {
            return null;
        }

        var parts = typed.Length <= 10 ? typed.Split('-').Select(Number).ToList() : [];
        var date = parts.Count is 0 or > 3 || parts.Contains(null)
            ? PartialDateErrors.NoSuchDate
            : PartialDate.Create(parts[0], parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2));
        Refusals.AddRange(date.Refusals.Select(r => r.On(field)));
        return date.IsSuccess ? date.Value : null;

        static int? Number(string part) => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>One day, as a date box sends it.</summary>
    public DateOnly? Day(string? typed, string field)
    {
        var date = Date(typed, field);
        return date is { Precision: DatePrecision.Day } or null ? date?.Earliest : Known<DateOnly?>(typed, field, null);
    }

    public TEnum? Name<TEnum>(string? typed, string field)
        where TEnum : struct, Enum => Known<TEnum?>(typed, field, Enum.TryParse<TEnum>(typed, out var value) && typed == value.ToString() && Enum.IsDefined(value) ? value : null);

    private T? Known<T>(string? typed, string field, T? read)
    {
        if (!string.IsNullOrEmpty(typed) && read is null)
        {
            Refuse(SharedErrors.UnknownTerm, field);
        }

        return read;
    }
}
