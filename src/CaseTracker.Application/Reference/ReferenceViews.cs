using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Application.Reference;

/// <param name="Citing">Incidents that cite it and that the reader may see.</param>
public sealed record ReleaseListing(
    string Key,
    BilingualText Title,
    BilingualText Publisher,
    PartialDate Date,
    string Country,
    IReadOnlyList<string> Signatories,
    MissionView? Mission,
    int Statements,
    int Findings,
    IReadOnlyList<AskStanding> Asks,
    int Citing);

/// <param name="Status">Code of <c>recommendation-statuses</c>.</param>
public sealed record AskStanding(AskKind Kind, string Status);

/// <param name="Releases">Keys of the releases made in their name.</param>
public sealed record HolderView(string Key, string Name, BilingualText Mandate, IReadOnlyList<string> Releases);

public sealed record ReleaseView(
    string Key,
    int Version,
    ReleaseHead Head,
    IReadOnlyList<HolderView> Signatories,
    IReadOnlyList<SpokenView> Statements,
    IReadOnlyList<FindingContents> Findings,
    IReadOnlyList<AskView> Asks,
    IReadOnlyList<BilingualText> Affected,
    IReadOnlyList<BilingualText> Effects,
    MissionView? Mission,
    CitingIncidents Citing);

/// <summary>What one mandate holder said in it.</summary>
public sealed record SpokenView(HolderView Speaker, IReadOnlyList<BilingualText> Said);

/// <param name="Tracked">How often it was put to the State and what came of it, the latest first.</param>
public sealed record AskView(string Key, AskKind Kind, BilingualText Addressee, BilingualText Text, string Status, IReadOnlyList<ImplementationView> Changes, IReadOnlyList<TrackedAsk> Tracked);

/// <param name="Type">Code of the list <c>interventions</c>.</param>
/// <param name="Reply">Code of <c>reply-codes</c> of the reply that counts; null while there is none.</param>
/// <param name="Grade">Code of <c>reply-grades</c>; null until it was graded.</param>
public sealed record TrackedAsk(InterventionId Id, string Type, PartialDate SentOn, DateOnly? DueOn, InterventionStatus Status, string? Reply, string? Grade);

/// <param name="By">Display name of the colleague who recorded it.</param>
public sealed record ImplementationView(string Status, string Reason, PartialDate On, string By, DateTimeOffset At);

public sealed record MissionView(PartialDate From, PartialDate To, IReadOnlyList<string> Places, BilingualText Text, IReadOnlyList<FigureContents> Figures)
{
    public static MissionView? Of(Mission? mission) => mission is null ? null : new(
        mission.From,
        mission.To,
        mission.Places,
        mission.Text,
        [.. mission.Figures.Select(f => new FigureContents(f.Label, f.Value, f.Qualifier, f.Unit))]);
}

/// <summary>Newest number first.</summary>
/// <param name="Total">All that cite the release and that the reader may see, on all pages.</param>
/// <param name="Older">Number after which the next page begins; null on the last.</param>
/// <param name="IsFirst">False when the reader has paged on.</param>
public sealed record CitingIncidents(int Total, IReadOnlyList<CitingIncident> Rows, string? Older, bool IsFirst);

public sealed record CitingIncident(string Number, string Title, PartialDate StartedOn, Stage? Highest, Stage? Lowest, Verification Verification);

/// <param name="Linked">Releases that somebody linked, with who and when.</param>
/// <param name="Suggested">Those that bear on the incident and are not linked, the strongest first.</param>
/// <param name="Others">Those that the rule does not suggest; a person may still link them.</param>
public sealed record IncidentReleases(int Version, bool IsDated, IReadOnlyList<LinkedRelease> Linked, IReadOnlyList<SuggestedRelease> Suggested, IReadOnlyList<ReleaseName> Others);

public sealed record ReleaseName(string Key, BilingualText Title, BilingualText Publisher, PartialDate Date);

public sealed record LinkedRelease(ReleaseName Release, IReadOnlyList<SuggestionReason> Reasons, string By, DateTimeOffset At);

/// <param name="From">First day of the period the release bears on.</param>
/// <param name="To">Last day of it.</param>
public sealed record SuggestedRelease(ReleaseName Release, DateOnly From, DateOnly To, IReadOnlyList<SuggestionReason> Reasons);
