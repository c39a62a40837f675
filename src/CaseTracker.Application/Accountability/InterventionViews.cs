using CaseTracker.Application.Erasures;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Application.Accountability;

/// <summary>One intervention with all that was ever recorded of it.</summary>
/// <param name="Incident">Null for what a release asks.</param>
/// <param name="Addressee">Null for what a release asks: <paramref name="Ask"/> says of whom.</param>
/// <param name="DueOn">Last day on which a reply is in time; null where none is expected.</param>
/// <param name="Grade">Of the reply that counts; null until it was graded.</param>
/// <param name="MayWork">The reader may record replies, and not only read.</param>
/// <param name="MayErase">The reader may have it erased on its own: what is about an incident is erased with the incident.</param>
/// <param name="Erased">Null while it stands, and for what was erased with its incident.</param>
public sealed record InterventionView(
    InterventionId Id,
    int Version,
    AboutIncident? Incident,
    AboutAsk? Ask,
    string Type,
    string? Addressee,
    string? Summary,
    PartialDate SentOn,
    DateOnly? DueOn,
    InterventionStatus Status,
    string? Grade,
    string By,
    DateTimeOffset At,
    IReadOnlyList<ReplyView> Replies,
    IReadOnlyList<DueChangeView> DueChanges,
    ClosingView? Closing,
    bool MayWork,
    bool MayErase,
    ErasedView? Erased,
    bool IsDemonstration)
{
    /// <summary>The reply is overdue, and somebody settled the follow-up that reminded of it.</summary>
    public bool IsReminderSettled { get; init; }

    public bool IsAwaiting => Status is InterventionStatus.Awaiting or InterventionStatus.Overdue;
}

/// <param name="Path">Null where it is about the incident as a whole.</param>
public sealed record AboutIncident(string Number, string Title, AboutPath? Path, bool IsErased);

/// <param name="Kind">Code of the list <c>proceeding-kinds</c>.</param>
public sealed record AboutPath(ProceedingId Id, string Kind, BilingualText? Authority);

/// <param name="Release">Key of the release.</param>
/// <param name="Key">Of the request or recommendation in it.</param>
public sealed record AboutAsk(string Release, BilingualText Title, string Key, BilingualText Addressee, BilingualText Text);

/// <param name="Code">Code of <c>reply-codes</c>; null for an acknowledgement.</param>
/// <param name="CorrectedBy">Sequence of the entry that replaced this one.</param>
/// <param name="WithdrawnBy">Sequence of the entry that took this one back.</param>
/// <param name="IsWithdrawal">It takes back the entry that it corrects; its substance is the reason.</param>
/// <param name="Gradings">Oldest first; the last counts.</param>
public sealed record ReplyView(
    int Sequence,
    PartialDate ReceivedOn,
    bool IsAcknowledgement,
    string? Code,
    string? Substance,
    int? Corrects,
    int? CorrectedBy,
    int? WithdrawnBy,
    bool IsWithdrawal,
    IReadOnlyList<GradingView> Gradings,
    string By,
    DateTimeOffset At)
{
    public bool Stands => CorrectedBy is null && WithdrawnBy is null && !IsWithdrawal;

    public bool IsNone => Code == Reply.None;

    public bool IsGradable => Stands && !IsAcknowledgement && !IsNone;

    public string? Grade => Gradings.Count == 0 ? null : Gradings[^1].Grade;
}

public sealed record GradingView(string Grade, string Reason, string By, DateTimeOffset At);

public sealed record DueChangeView(DateOnly From, DateOnly To, string Reason, string By, DateTimeOffset At);

/// <param name="Reason">Null where it ended because it was erased, or its incident was.</param>
public sealed record ClosingView(string? Reason, string By, DateTimeOffset At);
