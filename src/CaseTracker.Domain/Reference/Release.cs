using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Domain.Reference;

/// <summary>
/// What an authority in human rights said in public, taken apart into what can be used: who said what, what was found,
/// what was asked of whom and what became of it.
/// </summary>
public sealed class Release : AggregateRoot<ReleaseId>
{
    public const int KeyLimit = 60;

    private readonly List<Signatory> _signatories = [];
    private readonly List<Statement> _statements = [];
    private readonly List<Finding> _findings = [];
    private readonly List<Ask> _asks = [];
    private readonly List<AffectedGroup> _affected = [];
    private readonly List<Effect> _effects = [];
    private List<string> _states = [];
    private List<string> _relevantActs = [];
    private List<string> _relevantNarratives = [];

    private Release()
    {
    }

    /// <summary>Stable, and fit for an address, e.g. <c>mx-2017-impunity</c>.</summary>
    public string Key { get; private init; } = "";

    public BilingualText Title { get; private set; } = null!;

    public BilingualText Publisher { get; private set; } = null!;

    public PartialDate Date { get; private set; } = PartialDate.Unknown;

    public BilingualText DateNote { get; private set; } = null!;

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; private set; } = "";

    /// <summary>ISO 3166-2 codes of the places it names; what it says may still concern the whole country.</summary>
    public IReadOnlyList<string> States => _states;

    public BilingualText Summary { get; private set; } = null!;

    public DateOnly RelevantFrom { get; private set; }

    public DateOnly RelevantTo { get; private set; }

    public BilingualText RelevantNote { get; private set; } = null!;

    public IReadOnlyList<string> RelevantActs => _relevantActs;

    public IReadOnlyList<string> RelevantNarratives => _relevantNarratives;

    /// <summary>Who appoints those who speak, and how.</summary>
    public BilingualText? Appointment { get; private set; }

    public BilingualText SourceLabel { get; private set; } = null!;

    public BilingualText Source { get; private set; } = null!;

    public Mission? Mission { get; private set; }

    public IReadOnlyList<Signatory> Signatories => _signatories;

    public IReadOnlyList<Statement> Statements => _statements;

    public IReadOnlyList<Finding> Findings => _findings;

    public IReadOnlyList<Ask> Asks => _asks;

    public IReadOnlyList<AffectedGroup> Affected => _affected;

    public IReadOnlyList<Effect> Effects => _effects;

    public static Release Shipped(ReleaseId id, string key, ReleaseContents contents, DateTimeOffset at)
    {
        var release = new Release { Id = id, Key = key, CreatedAt = at };
        release.Apply(contents);
        release.Created(at);
        return release;
    }

    /// <summary>Takes over a newer reading of the text. What was recorded about the implementation of an ask stays with it.</summary>
    /// <returns>True if anything differs from what is stored.</returns>
    public bool Update(ReleaseContents contents, DateTimeOffset at)
    {
        if (!Apply(contents))
        {
            return false;
        }

        Changed(at);
        return true;
    }

    /// <param name="on">Since when the status holds; a year is enough.</param>
    public Result RecordImplementation(string ask, string? status, string? reason, PartialDate on, ITerms terms, DateOnly today, Stamp stamp)
    {
        if (_asks.SingleOrDefault(a => a.Key == ask) is not { } asked)
        {
            return SharedErrors.NotFound;
        }

        var refusals = asked.Record(status, reason, on, Date, terms, today, stamp);
        if (refusals.Count > 0)
        {
            return Result.Of(refusals);
        }

        Changed(stamp.At);
        return Result.Success;
    }

    /// <summary>Everything that is not a list of parts.</summary>
    public ReleaseHead ToHead() => new(
        Title, Publisher, Date, DateNote, Country, _states, Summary,
        new Relevance(RelevantFrom, RelevantTo, RelevantNote, _relevantActs, _relevantNarratives), Appointment, SourceLabel, Source);

    private bool Apply(ReleaseContents contents)
    {
        var before = ToHead();
        var head = contents.Head;
        var differs = !Same(before, head);
        if (differs)
        {
            Take(head);
        }

        differs |= Parts.Align(_signatories, contents.MandateHolders, (sequence, key) => new Signatory(sequence, key), (part, key) => part.Update(key));
        differs |= Parts.Align(_statements, contents.Statements, (sequence, said) => new Statement(sequence, said), (part, said) => part.Update(said));
        differs |= Parts.Align(_findings, contents.Findings, (sequence, found) => new Finding(sequence, found), (part, found) => part.Update(found));
        differs |= Parts.Align(_affected, contents.Affected, (sequence, text) => new AffectedGroup(sequence, text), (part, text) => part.Update(text));
        differs |= Parts.Align(_effects, contents.Effects, (sequence, text) => new Effect(sequence, text), (part, text) => part.Update(text));
        differs |= AlignAsks(contents.Asks);
        return AlignMission(contents.Mission) || differs;
    }

    private bool AlignAsks(IReadOnlyList<AskContents> asks)
    {
        var differs = _asks.RemoveAll(a => asks.All(c => c.Id != a.Id)) > 0;
        foreach (var (contents, position) in asks.Select((contents, i) => (contents, i + 1)))
        {
            if (_asks.SingleOrDefault(a => a.Id == contents.Id) is { } known)
            {
                differs |= known.Update(contents, position);
            }
            else
            {
                _asks.Add(new Ask(contents, position));
                differs = true;
            }
        }

        return differs;
    }

    private bool AlignMission(MissionContents? mission)
    {
        if (mission is null || Mission is null)
        {
            var differs = (mission is null) != (Mission is null);
            Mission = mission is null ? null : new Mission(mission);
            return differs;
        }

        return Mission.Update(mission);
    }

    private void Take(ReleaseHead head)
    {
        (Title, Publisher, Date, DateNote, Country, Summary) = (head.Title, head.Publisher, head.Date, head.DateNote, head.Country, head.Summary);
        (RelevantFrom, RelevantTo, RelevantNote) = (head.Relevance.From, head.Relevance.To, head.Relevance.Note);
        (Appointment, SourceLabel, Source) = (head.Appointment, head.SourceLabel, head.Source);
        _states = [.. head.States];
        _relevantActs = [.. head.Relevance.Acts];
        _relevantNarratives = [.. head.Relevance.Narratives];
    }

    // Records compare lists by reference, so the lists are compared apart and then made the same.
    private static bool Same(ReleaseHead stored, ReleaseHead head) =>
        stored.States.SequenceEqual(head.States)
        && stored.Relevance.Acts.SequenceEqual(head.Relevance.Acts)
        && stored.Relevance.Narratives.SequenceEqual(head.Relevance.Narratives)
        && stored with { States = head.States, Relevance = stored.Relevance with { Acts = head.Relevance.Acts, Narratives = head.Relevance.Narratives } } == head;
}
