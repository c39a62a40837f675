using CaseTracker.Domain.Access;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Application.Timelines;

/// <summary>What happened, in the order in which it did, as far as the dates tell.</summary>
/// <param name="Entries">One page of those of the classes that were asked for.</param>
/// <param name="Counts">How many entries of each class there are, whatever was asked for.</param>
/// <param name="Total">Entries of the classes asked for, on all pages.</param>
/// <param name="Before">Cursor of the page before; null on the first.</param>
/// <param name="After">Cursor of the page after; null on the last.</param>
public sealed record Timeline(IReadOnlyList<TimelineEntry> Entries, IReadOnlyDictionary<TimelineClass, int> Counts, int Total, string? Before, string? After);

/// <param name="Classes">Only these; empty for all.</param>
/// <param name="At">Cursor of a page; the first if empty; <see cref="Everything"/> for all of it on one, to be printed.</param>
public sealed record TimelineAsked(IReadOnlyCollection<TimelineClass> Classes, string? At = null)
{
    public const string Everything = "all";
}

public enum TimelineClass
{
    /// <summary>What was done to the victims.</summary>
    Incident = 1,

    /// <summary>Steps of the paths against aggressors.</summary>
    Justice = 2,

    /// <summary>Steps of the paths against the defender.</summary>
    Criminalization = 3,
    FollowUp = 4,

    /// <summary>The organisation's own work: workflow and verification.</summary>
    Work = 5,

    /// <summary>Releases linked to the incident.</summary>
    Context = 6,

    /// <summary>What was asked of States and authorities, and what they answered.</summary>
    Intervention = 7,

    /// <summary>How the risk was judged, and steps of protection measures.</summary>
    Protection = 8,

    /// <summary>The campaign itself: when it was seen and archived, and which incidents belong to it.</summary>
    Campaign = 9,
}

/// <summary>Each has its sentence in <c>TimelineText.resx</c>, as <c>Event.</c> and its name.</summary>
public enum TimelineEvent
{
    Began,
    Ended,
    Act,
    Logged,

    /// <summary>Codes: the stage, the kind of path.</summary>
    Stage,

    /// <summary>Codes: the stage, the kind of path, the stage before.</summary>
    StageMoved,

    /// <summary>The same, going back because the path was reopened.</summary>
    StageReopened,

    /// <summary>Codes: the stage, the kind of path, nothing, the authority that took the report.</summary>
    Reported,

    /// <summary>What had not been reported was. Codes: the stage, the kind of path, the stage before, the authority.</summary>
    ReportedAfterAll,

    /// <summary>Codes: the authority that has the file now, the kind of path, the one that had it.</summary>
    AuthorityMoved,

    /// <summary>The same, of one that had been typed wrongly.</summary>
    AuthorityCorrected,
    MoveDateCorrected,

    /// <summary>The same, of a proceeding that was withdrawn afterwards: what stands now began anew.</summary>
    AuthorityMoveVoid,

    /// <summary>Of somebody accused. Codes: the stage, the kind of path, the stage before, whom it speaks of.</summary>
    AccusedStage,
    AccusedMoved,
    AccusedReopened,
    Convicted,
    ConvictedFinally,
    StageCorrected,

    /// <summary>An entry that was made by mistake, in its place. Codes: the stage, the kind of path.</summary>
    StageWithdrawn,

    /// <summary>That somebody withdrew one, when and why. The same codes.</summary>
    StageWithdrawal,
    InvestigativeAct,
    InvestigativeActCorrected,
    InvestigativeActWithdrawn,
    InvestigativeActWithdrawal,

    /// <summary>Codes: to, from.</summary>
    Workflow,

    /// <summary>Codes: to, from.</summary>
    Verification,
    FollowUpPlanned,
    FollowUpDone,
    FollowUpPostponed,
    Cited,

    /// <summary>Codes: the type, the addressee.</summary>
    InterventionSent,
    ReplyDueMoved,
    LetterAcknowledged,

    /// <summary>Codes: the type, the reply's code.</summary>
    ReplyReceived,
    ReplyCorrected,
    ReplyWithdrawn,
    ReplyWithdrawal,
    NoReplyFound,

    /// <summary>Codes: the type, the grade.</summary>
    ReplyGraded,
    ReplyGradedWithdrawn,
    InterventionClosed,

    /// <summary>Codes: the band, the person.</summary>
    RiskAssessed,
    RiskAssessedForAll,

    /// <summary>Codes: the step, the measure.</summary>
    MeasureStep,
    MeasureStepCorrected,

    /// <summary>Codes: how it was judged, the measure.</summary>
    MeasureJudged,
    CampaignFirstSeen,
    CampaignRecorded,

    /// <summary>Its note is the address.</summary>
    CampaignArchived,
    IncidentJoined,
    IncidentLeft,
}

/// <summary>One thing that happened: dated by people (<paramref name="On"/>) or by the clock (<paramref name="At"/>).</summary>
/// <param name="Number">Of the incident; empty for what belongs to none.</param>
/// <param name="Codes">What the sentence speaks of, in the order of its placeholders {0} to {2} and {4}.</param>
/// <param name="Because">Why, in the words of whoever changed it; the end of the sentence.</param>
/// <param name="Note">What somebody wrote about it; shown, never put into a title or an address.</param>
/// <param name="Day">A day that the sentence names besides its own date, such as the new due date: placeholder {3}.</param>
/// <param name="IsOfIncident">On a person's timeline: recorded of the incident, and not known to concern this one of its victims.</param>
public sealed record TimelineEntry(
    TimelineClass Class,
    TimelineEvent Event,
    PartialDate? On,
    DateTimeOffset? At,
    string Number,
    IReadOnlyList<TimelineCode> Codes,
    string? Because = null,
    string? Note = null,
    string By = "",
    DateOnly? Day = null,
    bool IsOfIncident = false)
{
    /// <summary>Pseudonyms of those against whom a path of criminalization runs, where that is recorded and not plain from the page.</summary>
    public IReadOnlyList<string> Against { get; init; } = [];

    /// <summary>Entered by mistake: it stays to be read, and is struck through.</summary>
    public bool IsMistake => Event is TimelineEvent.StageCorrected or TimelineEvent.StageWithdrawn or TimelineEvent.InvestigativeActCorrected or TimelineEvent.InvestigativeActWithdrawn
        or TimelineEvent.MeasureStepCorrected or TimelineEvent.ReplyCorrected or TimelineEvent.ReplyWithdrawn or TimelineEvent.ReplyGradedWithdrawn;
}

/// <param name="List">Name of the code list; null when <paramref name="Code"/> is a text of its own (a pseudonym, an authority).</param>
/// <param name="Title">Of a release, instead of a code.</param>
public sealed record TimelineCode(string? List, string? Code, BilingualText? Title = null);

/// <param name="Who">Who wrote it down; null for what nobody in particular did.</param>
/// <param name="Day">
/// Where it stands among the others. A date known to the month or the year stands as early as it can without going before what it
/// follows: the incident, and on a path the stage before.
/// </param>
public sealed record TimelineItem(TimelineEntry Entry, MemberId? Who, DateOnly? Day = null);
