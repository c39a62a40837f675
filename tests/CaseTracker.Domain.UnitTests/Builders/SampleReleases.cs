using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Domain.UnitTests.Builders;

/// <summary>The two releases as far as rules look at them.</summary>
internal static class SampleReleases
{
    public static readonly BilingualText Words = new("words", "palabras");

    public static AskContents Recognition { get; } = new(AskId.From(new Guid("00000000-0000-8000-8000-000000000011")), "public-recognition", AskKind.Request, Words, Words);

    public static AskContents SafeEnvironment { get; } = new(AskId.From(new Guid("00000000-0000-8000-8000-000000000012")), "safe-environment", AskKind.Request, Words, Words);

    /// <summary>Undated, about 2016; the whole country; stigmatization and what defenders were accused of.</summary>
    public static ReleaseContents StigmatizationContents { get; } = Of(
        PartialDate.Create(2016, null, null, approximate: true).Value,
        [],
        new Relevance(new DateOnly(2016, 1, 1), new DateOnly(2016, 6, 30), Words, ["140101", "CT-STG-1", "CT-STG-2"], ["CT-NAR-1", "CT-NAR-7"]),
        [Recognition, SafeEnvironment]);

    public static Release Stigmatization => Release.Shipped(ReleaseId.From(new Guid("00000000-0000-8000-8000-000000000001")), "mx-2016-stigmatization", StigmatizationContents, Some.Now);

    /// <summary>25 January 2017; names five states; crimes, criminalization and reprisals.</summary>
    public static Release Impunity => Release.Shipped(
        ReleaseId.From(new Guid("00000000-0000-8000-8000-000000000002")),
        "mx-2017-impunity",
        Of(
            Some.On(2017, 1, 25),
            ["MX-GRO", "MX-OAX"],
            new Relevance(new DateOnly(2016, 1, 1), new DateOnly(2017, 12, 31), Words, ["010101", "0201030201", "CT-CRM-1"], []),
            []),
        Some.Now);

    private static ReleaseContents Of(PartialDate date, IReadOnlyList<string> states, Relevance relevance, IReadOnlyList<AskContents> asks) => new(
        new ReleaseHead(Words, Words, date, Words, "MX", states, Words, relevance, null, Words, Words),
        ["forst"],
        [new StatementContents("forst", Words)],
        [new FindingContents(Words, ["CT-STG-1"], ["CT-NAR-1"])],
        asks,
        [Words],
        [Words],
        new MissionContents(Some.On(2017, 1, 16), Some.On(2017, 1, 24), ["MX-GRO"], Words, [new FigureContents(Words, 800, FigureQualifier.MoreThan, Words)]));
}

/// <summary>Acts in their groups, and how far something was carried out.</summary>
internal sealed class ReferenceTerms : ITerms
{
    public static readonly ReferenceTerms Instance = new();

    private readonly List<Term> _terms =
    [
        Of(Lists.Acts, "CT-STG-1", "CT-GRP-STG"), Of(Lists.Acts, "CT-STG-2", "CT-GRP-STG"), Of(Lists.Acts, "CT-STG-3", "CT-GRP-STG"), Of(Lists.Acts, "140101", "CT-GRP-STG"),
        Of(Lists.Acts, "010101", "CT-GRP-KILL"), Of(Lists.Acts, "01010105", "CT-GRP-KILL"),
        Of(Lists.Acts, "0201030201", "CT-GRP-THR"), Of(Lists.Acts, "CT-CRM-1", "CT-GRP-CRM"), Of(Lists.Acts, "050104", "CT-GRP-DSP"),
        Of(Lists.RecommendationStatuses, "CT-RST-PARTLY"), Of(Lists.RecommendationStatuses, "CT-RST-IMPLEMENTED"), Of(Lists.RecommendationStatuses, "CT-RST-CONTRARY"),
    ];

    public Term? Find(string list, string? code) => _terms.SingleOrDefault(t => t.List == list && t.Code == code);

    public IReadOnlyList<Term> All(string list) => [.. _terms.Where(t => t.List == list)];

    private static Term Of(string list, string code, string? parent = null) => Term.Shipped(list, code, parent, null, code, code, "test", null, 1);
}
