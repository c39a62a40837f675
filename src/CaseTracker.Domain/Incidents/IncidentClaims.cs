using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Domain.Incidents;

/// <summary>Which source supports what is claimed, and whether that is enough for "verified".</summary>
public sealed partial class Incident
{
    /// <summary>Findings about all sources together: each source can be looked at again ten times.</summary>
    public const int ClaimSupportsLimit = 2000;

    public static readonly IReadOnlyList<Claims> EachClaim = [Claims.Who, Claims.What, Claims.When, Claims.Where, Claims.ByWhom];

    private readonly List<ClaimSupport> _claimSupports = [];

    public IReadOnlyList<ClaimSupport> ClaimSupports => _claimSupports;

    /// <summary>
    /// What is recorded of the claims is enough for "verified". Null while nothing is recorded. Derived, never typed, and apart
    /// from the degree: who loses a source does not lose the degree unseen, but is shown that it is no longer supported.
    /// </summary>
    public bool? IsSupported { get; private set; }

    /// <summary>Records what was found about several sources, all of it or nothing.</summary>
    public Result Weigh(IReadOnlyList<SourceToWeigh> sources, string? note, ITerms terms, Stamp stamp) => Unless(() => Apply(sources, note, terms, stamp), stamp);

    /// <summary>How the claim stands for this source: the last that was said of it; null if nothing was.</summary>
    public ClaimStanding? StandingOf(Claims claim, int source) =>
        _claimSupports.Where(s => s.SourceSequence == source && s.Claims.HasFlag(claim)).MaxBy(s => s.Sequence)?.Standing;

    public ClaimState StateOf(Claims claim)
    {
        var standings = _sources.Select(s => (Source: s, Standing: StandingOf(claim, s.Sequence))).ToList();
        return new(
            claim,
            standings.Where(s => s.Standing == ClaimStanding.Accepted && !s.Source.IsUnreliable).Select(s => OriginOf(s.Source)).Distinct().Count(),
            [.. standings.Where(s => s.Standing == ClaimStanding.Conflict && !s.Source.IsUnreliable).Select(s => s.Source.Sequence).Order()]);
    }

    /// <summary>How many sources do not repeat each other.</summary>
    public int IndependentSources => _sources.Select(OriginOf).Distinct().Count();

    /// <summary>One for each claim that lacks support, and one for each on which sources disagree.</summary>
    private IEnumerable<Refusal> AgainstVerified()
    {
        foreach (var state in EachClaim.Select(StateOf))
        {
            if (state.Independent < SourcesForVerified)
            {
                yield return ClaimErrors.Unsupported(state.Claim).With(state.Independent);
            }

            if (state.Conflicts.Count > 0)
            {
                yield return ClaimErrors.InConflict(state.Claim).With(state.Conflicts.Count);
            }
        }
    }

    /// <summary>Sequence of the source where what this one tells was first told, as far as it is known.</summary>
    private int OriginOf(Source source) => source.SameOriginAs is { } earlier && _sources.Find(s => s.Sequence == earlier) is { } first ? OriginOf(first) : source.Sequence;

    private IEnumerable<Refusal> Apply(IReadOnlyList<SourceToWeigh> sources, string? note, ITerms terms, Stamp stamp)
    {
        var said = sources.Index().Where(s => !s.Item.SaysNothing).ToList();
        var clean = CleanText.Lines(note, ClaimSupport.NoteLimit, "Note");
        var refusals = clean.Refusals.Concat(said.SelectMany(s => Check(s.Item, terms, $"Sources[{s.Index}]."))).ToList();
        if (said.Count == 0)
        {
            refusals.Add(ClaimErrors.NothingSaid);
        }

        if (_claimSupports.Count + said.Sum(s => s.Item.Found.Values.Distinct().Count()) > ClaimSupportsLimit)
        {
            refusals.Add(SharedErrors.TooMany.With(ClaimSupportsLimit));
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        foreach (var (_, weighed) in said)
        {
            _sources.Single(s => s.Sequence == weighed.Source).Weigh(weighed.Reliability, weighed.SameOriginAs);
            foreach (var found in weighed.Found.GroupBy(f => f.Value).OrderBy(f => f.Key))
            {
                var claims = found.Aggregate(Claims.None, (all, one) => all | one.Key);
                _claimSupports.Add(new ClaimSupport(_claimSupports.Count + 1, weighed.Source, claims, found.Key, Sealing.Of(clean.Value), stamp));
            }
        }

        IsSupported = _claimSupports.Count == 0 ? null : !AgainstVerified().Any();
        return [];
    }

    private List<Refusal> Check(SourceToWeigh weighed, ITerms terms, string prefix)
    {
        var refusals = new List<Refusal>();
        if (_sources.TrueForAll(s => s.Sequence != weighed.Source))
        {
            refusals.Add(ClaimErrors.NoSuchSource);
        }

        refusals.RequireTerm(terms, Lists.SourceReliabilities, weighed.Reliability, prefix + "Reliability", required: false);
        if (weighed.SameOriginAs is { } origin && (origin < 0 || origin >= weighed.Source))
        {
            refusals.Add(ClaimErrors.OriginNotEarlier.On(prefix + "SameOriginAs"));
        }

        refusals.AddRange(weighed.Found.Where(f => !EachClaim.Contains(f.Key) || !Enum.IsDefined(f.Value)).Select(f => SharedErrors.UnknownTerm.On(prefix + f.Key)));
        return refusals;
    }
}
