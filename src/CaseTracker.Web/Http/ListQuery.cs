using System.Text.Json;
using CaseTracker.Domain.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace CaseTracker.Web.Http;

/// <summary>
/// The part of a list's address behind the question mark: each known name at most once. Nothing is left out in silence,
/// because a filter that was misspelt shows a list, and a count, of something else.
/// </summary>
public sealed class ListQuery
{
    public const string Page = "page";
    public const string Size = "size";
    public const string Sort = "sort";

    /// <summary>What is looked for.</summary>
    public const string Text = "text";

    /// <summary>Number or pseudonym of a record of which the trail speaks.</summary>
    public const string Subject = "subject";

    public static readonly Refusal UnknownName = new("list.unknown_filter");
    public static readonly Refusal Repeated = new("list.repeated_filter");
    public static readonly Refusal Unreadable = new("list.unreadable_words");

    private const int LongestAsked = 200;

    /// <summary>As the address has them, some hidden.</summary>
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The same as they were typed or chosen.</summary>
    private readonly Dictionary<string, string> _read = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _path;

    /// <param name="request">Of the list's page.</param>
    /// <param name="names">What the list understands.</param>
    public ListQuery(HttpRequest request, IReadOnlyCollection<string> names)
    {
        _path = request.PathBase + request.Path;
        var refusals = new List<Refusal>();
        foreach (var (name, values) in request.Query)
        {
            if (names.FirstOrDefault(n => n.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } known)
            {
                refusals.Add(UnknownName);
            }
            else if (values.Count > 1)
            {
                refusals.Add(Repeated.On(Title(known)));
            }
            else if (values[0] is { Length: > 0 } value)
            {
                _values[known] = value;
            }
        }

        var words = request.HttpContext.RequestServices.GetRequiredService<SoughtWords>();
        foreach (var (name, value) in _values)
        {
            if (words.Read(value) is { } read)
            {
                _read[name] = read;
            }
            else
            {
                refusals.Add(Unreadable.On(Title(name)));
            }
        }

        Refusals = [.. refusals.Distinct()];
    }

    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>Names that were given something, besides paging and order.</summary>
    public IEnumerable<string> Asked => _values.Keys.Where(n => n is not (Page or Size or Sort));

    public string? this[string name] => _read.GetValueOrDefault(name);

    /// <summary>Fills the text parts of a filter, which have the names of the address with a capital.</summary>
    public TFilter Fill<TFilter>(TFilter filter)
        where TFilter : class
    {
        foreach (var part in typeof(TFilter).GetProperties().Where(p => p is { CanWrite: true } && p.PropertyType == typeof(string)))
        {
            part.SetValue(filter, this[Name(part.Name)]);
        }

        return filter;
    }

    public static IReadOnlyCollection<string> NamesOf<TFilter>() =>
        [.. typeof(TFilter).GetProperties().Where(p => p is { CanWrite: true } && p.PropertyType == typeof(string)).Select(p => Name(p.Name)), Page, Size, Sort];

    /// <summary>The same list with something changed, or taken out if null; from its first page unless a page is given.</summary>
    public string With(params (string Name, string? Value)[] changes)
    {
        var next = _values.Where(v => v.Key != Page).ToDictionary(v => v.Key, v => (string?)v.Value);
        foreach (var (name, value) in changes)
        {
            next[name] = value;
        }

        return QueryHelpers.AddQueryString(_path, next.Where(v => !string.IsNullOrEmpty(v.Value)));
    }

    /// <summary>The same question asked of another address, for all pages at once.</summary>
    public string ElseAt(string path) => QueryHelpers.AddQueryString(path, _values.Where(v => v.Key is not (Page or Size)).ToDictionary(v => v.Key, v => (string?)v.Value));

    /// <summary>Null if there is no such page.</summary>
    public string? At(string? cursor) => cursor is null ? null : With((Page, cursor));

    /// <summary>Address of the list that a form asks for, with what is looked for hidden.</summary>
    public static string Asking(HttpRequest request, IFormCollection form, IEnumerable<string> names)
    {
        var words = request.HttpContext.RequestServices.GetRequiredService<SoughtWords>();
        var asked = names.Select(n => (Name: n, Value: Cut(form[n].ToString()))).Where(a => a.Value.Length > 0);
        return QueryHelpers.AddQueryString(request.PathBase + request.Path, asked.Select(a => KeyValuePair.Create(a.Name, (string?)(IsTelling(a.Name, a.Value) ? words.Hide(a.Value) : a.Value))));
    }

    public static string Name(string part) => JsonNamingPolicy.CamelCase.ConvertName(part);

    // What is chosen from a list is a code. What is typed may be anything, also in the box for a date.
    private static bool IsTelling(string name, string value) => name is Text or Subject || (name is "from" or "to" && !value.All(c => char.IsAsciiDigit(c) || c == '-'));

    // Long enough to be refused for its length, and short enough for an address.
    private static string Cut(string value) => value.Length > LongestAsked ? value[..LongestAsked] : value;

    private static string Title(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
