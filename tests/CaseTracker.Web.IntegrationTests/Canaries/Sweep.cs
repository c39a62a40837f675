using System.Net;
using System.Text;

namespace CaseTracker.Web.IntegrationTests.Canaries;

/// <summary>Who may read what, and where what may lie.</summary>
internal sealed class Sweep(CanaryBook book, Work work)
{
    /// <summary>What the documentation says stays in clear in the database, its log and its copies.</summary>
    private static readonly CanaryKind[] InTheDatabase = [CanaryKind.Clear, CanaryKind.Member, CanaryKind.Address];

    /// <returns>What lies where it must not, a line each.</returns>
    public static IEnumerable<string> Files(string folder, Func<string, bool> isDatabase) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .SelectMany(file => Bytes(file, File.ReadAllBytes(file), isDatabase));

    /// <returns>What was told to somebody who may not read it, a line each.</returns>
    public IEnumerable<string> Answers(IEnumerable<Exchange> exchanges) => exchanges.SelectMany(Answer);

    /// <summary>Those that the answer shows, but for what was typed into the question.</summary>
    public IEnumerable<Canary> Shown(Exchange exchange) => book.In(Encoding.UTF8.GetString(exchange.Body)).Except(book.In(exchange.Sent));

    private static IEnumerable<string> Bytes(string file, byte[] content, Func<string, bool> isDatabase) =>
    [
        .. ByteSearch.In(content).Where(f => f.Kind is not { } kind || !MayLie(kind, file, isDatabase)).Select(f => $"{file}: {f.Kind} in {f.Encoding} at {f.Offset}: {f.Around}"),
        .. ByteSearch.AddressesIn(content).Select(encoding => $"{file}: where somebody came from, in {encoding}"),
    ];

    private static bool MayLie(CanaryKind kind, string file, Func<string, bool> isDatabase) =>
        isDatabase(file) ? InTheDatabase.Contains(kind)

        // A letter has to know where it goes.
        : kind == CanaryKind.Address && file.EndsWith(".eml", StringComparison.Ordinal);

    private IEnumerable<string> Answer(Exchange exchange)
    {
        var what = $"{exchange.Reader} {exchange.Verb} {Routes.WithHandler(exchange.Address)} {(int)exchange.Status}";
        var typed = book.In(exchange.Sent).ToHashSet();
        var shown = book.In(Encoding.UTF8.GetString(exchange.Body)).ToList();
        foreach (var canary in shown.Where(c => !MayRead(c, exchange, typed)))
        {
            yield return $"{what} shows {canary.Kind} of {canary.Where}, typed by {canary.Typist}";
        }

        // In an encoding that no reader sees, such as a hidden field's.
        var seen = shown.Select(c => c.Kind).ToHashSet();
        foreach (var found in ByteSearch.In(exchange.Body).Where(f => f.Kind is not { } kind || !seen.Contains(kind)))
        {
            yield return $"{what} holds {found.Kind} in {found.Encoding}: {found.Around}";
        }

        foreach (var found in ByteSearch.In(Encoding.UTF8.GetBytes(exchange.Headers)))
        {
            yield return $"{what} has {found.Kind} in a header in {found.Encoding}: {found.Around}";
        }

        foreach (var encoding in ByteSearch.AddressesIn([.. exchange.Body, .. Encoding.UTF8.GetBytes(exchange.Headers)]))
        {
            yield return $"{what} tells where somebody came from, in {encoding}";
        }
    }

    private bool MayRead(Canary canary, Exchange exchange, HashSet<Canary> typed)
    {
        var reader = exchange.Reader;
        var route = Routes.Of(exchange.Address);
        var isOwn = canary.Typist == reader;
        return canary.Kind switch
        {
            CanaryKind.Secret => false,
            CanaryKind.Search => isOwn,
            _ when reader == Work.Visitor || exchange.Status == HttpStatusCode.Unauthorized => false,

            // What somebody types comes back with the form, with a draft, and after signing in again.
            _ when typed.Contains(canary) || (isOwn && route is "/incidents/log" or "/sign-in/second-step") => true,
            CanaryKind.Identity => exchange.Verb == "POST" && route.EndsWith("/identity", StringComparison.Ordinal) && Work.Team.Contains(reader),
            CanaryKind.Story => Work.Team.Contains(reader),
            CanaryKind.Shared => Work.Team.Contains(reader) || reader == Work.Outsider,
            CanaryKind.Clear => Work.Team.Contains(reader) || route.StartsWith("/reference/", StringComparison.Ordinal),
            CanaryKind.Member => true,
            CanaryKind.Address => reader == Work.Administrator || work.EmailOf(reader).StartsWith(CanaryBook.Plain(canary.Word), StringComparison.Ordinal),
            _ => false,
        };
    }
}
