using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Reference;

/// <summary>What a release says, as somebody has structured it: the whole of it except what happened to it afterwards.</summary>
public sealed record ReleaseContents(
    ReleaseHead Head,
    IReadOnlyList<string> MandateHolders,
    IReadOnlyList<StatementContents> Statements,
    IReadOnlyList<FindingContents> Findings,
    IReadOnlyList<AskContents> Asks,
    IReadOnlyList<BilingualText> Affected,
    IReadOnlyList<BilingualText> Effects,
    MissionContents? Mission);

/// <param name="DateNote">How the date is known; an inferred date says so.</param>
/// <param name="Source">Where the text comes from and what is ours in it.</param>
public sealed record ReleaseHead(
    BilingualText Title,
    BilingualText Publisher,
    PartialDate Date,
    BilingualText DateNote,
    string Country,
    IReadOnlyList<string> States,
    BilingualText Summary,
    Relevance Relevance,
    BilingualText? Appointment,
    BilingualText SourceLabel,
    BilingualText Source);

/// <summary>Which incidents a release bears on: a period, both days included, and what was done or said in it.</summary>
/// <param name="Note">Why this period and these codes; it is our reading, not the release's.</param>
public sealed record Relevance(DateOnly From, DateOnly To, BilingualText Note, IReadOnlyList<string> Acts, IReadOnlyList<string> Narratives);

public sealed record StatementContents(string Speaker, BilingualText Text);

public sealed record FindingContents(BilingualText Text, IReadOnlyList<string> Acts, IReadOnlyList<string> Narratives);

public sealed record AskContents(AskId Id, string Key, AskKind Kind, BilingualText Addressee, BilingualText Text);

public sealed record MissionContents(PartialDate From, PartialDate To, IReadOnlyList<string> Places, BilingualText Text, IReadOnlyList<FigureContents> Figures);

public sealed record FigureContents(BilingualText Label, int Value, FigureQualifier Qualifier, BilingualText Unit);
