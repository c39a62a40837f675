using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Domain.Reference;

public enum AskKind
{
    /// <summary>Called for in the release itself.</summary>
    Request = 0,

    /// <summary>Given in a report, after a visit or an examination.</summary>
    Recommendation = 1,
}

/// <summary>What a release asks of somebody, and how far they did it.</summary>
public sealed class Ask
{
    public const int KeyLimit = 60;
    public const int ReasonLimit = 1000;

    /// <summary>Nobody here has looked yet: that is not the same as "not started".</summary>
    public const string NoInformation = "CT-RST-NOINFO";

    private readonly List<ImplementationChange> _changes = [];

    private Ask()
    {
    }

    internal Ask(AskContents contents, int position)
    {
        Id = contents.Id;
        Key = contents.Key;
        Update(contents, position);
    }

    public AskId Id { get; private init; }

    /// <summary>Unique within its release.</summary>
    public string Key { get; private init; } = "";

    public int Position { get; private set; }

    public AskKind Kind { get; private set; }

    public BilingualText Addressee { get; private set; } = null!;

    public BilingualText Text { get; private set; } = null!;

    /// <summary>Code of <c>recommendation-statuses</c>.</summary>
    public string StatusCode { get; private set; } = NoInformation;

    /// <summary>Oldest first; never overwritten.</summary>
    public IReadOnlyList<ImplementationChange> Changes => _changes;

    internal bool Update(AskContents contents, int position)
    {
        var differs = (Position, Kind, Addressee, Text) != (position, contents.Kind, contents.Addressee, contents.Text);
        (Position, Kind, Addressee, Text) = (position, contents.Kind, contents.Addressee, contents.Text);
        return differs;
    }

    internal List<Refusal> Record(string? status, string? reason, PartialDate on, PartialDate released, ITerms terms, DateOnly today, Stamp stamp)
    {
        var refusals = new List<Refusal>();
        refusals.RequireTerm(terms, Lists.RecommendationStatuses, status, "Status");
        var clean = CleanText.Lines(reason, ReasonLimit, "Reason", required: true);
        refusals.AddRange(clean.Refusals);
        if (!on.IsKnown)
        {
            refusals.Add(SharedErrors.Required.On("On"));
        }
        else if (on.IsAfter(today))
        {
            refusals.Add(PartialDateErrors.InTheFuture.On("On"));
        }
        else if (on.IsBefore(released))
        {
            refusals.Add(ReferenceErrors.BeforeItWasAsked.On("On"));
        }

        if (refusals.Count == 0)
        {
            _changes.Add(new ImplementationChange(_changes.Count + 1, StatusCode, status!, clean.Value!, on, stamp));
            StatusCode = Standing();
        }

        return refusals;
    }

    // Somebody may enter an older fact after a newer one; what is true now is the latest by its own date.
    private string Standing() => _changes.OrderBy(c => c.On.Earliest).ThenBy(c => c.Sequence).Last().StatusCode;
}

public sealed class ImplementationChange
{
    private ImplementationChange()
    {
    }

    internal ImplementationChange(int sequence, string from, string status, string reason, PartialDate on, Stamp stamp)
    {
        Sequence = sequence;
        FormerCode = from;
        StatusCode = status;
        Reason = reason;
        On = on;
        By = stamp.By;
        At = stamp.At;
    }

    public int Sequence { get; private init; }

    public string FormerCode { get; private init; } = "";

    public string StatusCode { get; private init; } = "";

    public string Reason { get; private init; } = "";

    /// <summary>Since when the status holds, as exactly as it is known.</summary>
    public PartialDate On { get; private init; } = PartialDate.Unknown;

    public MemberId By { get; private init; }

    public DateTimeOffset At { get; private init; }
}

public static class ReferenceErrors
{
    public static readonly Refusal BeforeItWasAsked = new("reference.before_it_was_asked");
}
