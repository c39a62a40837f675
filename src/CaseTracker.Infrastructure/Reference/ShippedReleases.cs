using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;
using CaseTracker.Infrastructure.Seeding;

namespace CaseTracker.Infrastructure.Reference;

/// <summary>The releases that come with the product, read from <c>Data/releases.json</c>.</summary>
internal static class ShippedReleases
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<ShippedRelease> Read() =>
        JsonSerializer.Deserialize<List<ShippedRelease>>(ShippedData.Text("Reference", "releases.json"), Options)!;

    /// <summary>The same key gives the same id in every installation, so that seeding again finds what it seeded.</summary>
    public static Guid IdOf(string key)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("casetracker/reference/" + key))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}

internal sealed record ShippedText(string En, string Es)
{
    public static implicit operator BilingualText(ShippedText text) => new(text.En, text.Es);
}

internal sealed record ShippedDate(int? Year, int? Month, int? Day, bool Approximate)
{
    public PartialDate ToDate() => PartialDate.Create(Year, Month, Day, Approximate).Value;
}

internal sealed record ShippedHolder(string Key, string Name, ShippedText Mandate);

internal sealed record ShippedStatement(string Speaker, ShippedText Text);

internal sealed record ShippedFinding(ShippedText Text, List<string> Narratives, List<string> Acts);

internal sealed record ShippedAsk(string Key, ShippedText Addressee, ShippedText Text)
{
    public AskContents ToContents(string release, AskKind kind) => new(AskId.From(ShippedReleases.IdOf($"{release}/{Key}")), Key, kind, Addressee, Text);
}

internal sealed record ShippedFigure(ShippedText Label, string Value, string Qualifier, ShippedText Unit)
{
    public FigureContents ToContents() => new(Label, int.Parse(Value, System.Globalization.CultureInfo.InvariantCulture), Qualifier switch
    {
        "exactly" => FigureQualifier.Exactly,
        "more than" => FigureQualifier.MoreThan,
        "at least" => FigureQualifier.AtLeast,
        "about" => FigureQualifier.About,
        _ => throw new InvalidOperationException($"Unknown qualifier of a shipped figure: {Qualifier}."),
    }, Unit);
}

internal sealed record ShippedMission(ShippedDate From, ShippedDate To, List<string> Places, List<ShippedFigure> Figures, ShippedText Text)
{
    public MissionContents ToContents() => new(From.ToDate(), To.ToDate(), Places, Text, [.. Figures.Select(f => f.ToContents())]);
}

internal sealed record ShippedSource(ShippedText Label, ShippedText Note);

internal sealed record ShippedRelease(
    string Key,
    ShippedText Title,
    ShippedText Publisher,
    ShippedDate Date,
    ShippedText DateNote,
    string Country,
    List<string> States,
    ShippedText Summary,
    DateOnly RelevantFrom,
    DateOnly RelevantTo,
    ShippedText RelevantNote,
    List<string> RelevantActs,
    List<string> RelevantNarratives,
    List<ShippedHolder> MandateHolders,
    List<ShippedStatement> Statements,
    List<ShippedFinding> Findings,
    List<ShippedAsk> Requests,
    List<ShippedAsk> Recommendations,
    ShippedMission? Mission,
    List<ShippedText> Affected,
    List<ShippedText> Effects,
    ShippedText? Appointment,
    ShippedSource Source)
{
    public ReleaseContents ToContents() => new(
        new ReleaseHead(
            Title, Publisher, Date.ToDate(), DateNote, Country, States, Summary,
            new Relevance(RelevantFrom, RelevantTo, RelevantNote, RelevantActs, RelevantNarratives),
            Appointment is null ? null : (BilingualText)Appointment, Source.Label, Source.Note),
        [.. MandateHolders.Select(h => h.Key)],
        [.. Statements.Select(s => new StatementContents(s.Speaker, s.Text))],
        [.. Findings.Select(f => new FindingContents(f.Text, f.Acts, f.Narratives))],
        [.. Requests.Select(r => r.ToContents(Key, AskKind.Request)), .. Recommendations.Select(r => r.ToContents(Key, AskKind.Recommendation))],
        [.. Affected.Select(t => (BilingualText)t)],
        [.. Effects.Select(t => (BilingualText)t)],
        Mission?.ToContents());
}
