namespace CaseTracker.Domain.Accountability;

/// <summary>Who took the report that stands, and where the file went from there. Read from the entries, and nowhere kept beside them.</summary>
public sealed class Whereabouts
{
    private readonly Dictionary<int, string> _origins = [];
    private readonly int _begunAfter;

    private Whereabouts(IReadOnlyCollection<StageEntry> stages, IReadOnlyCollection<AuthorityMove> moves)
    {
        _begunAfter = moves.Count == 0 ? 0 : BegunAfter(stages);
        var report = StageHistory.Standing(stages).FirstOrDefault(s => s.IsReport);
        ReportedTo = report?.ReportedToCode;

        // Of a report that was found out late nobody knows how the file came from there to where the path was opened.
        List<StageEntry> reports = report is null ? [] : [report, .. StageHistory.Corrected(stages, report.Corrects)];
        reports = reports.Exists(r => r.Precedes is not null) ? [] : reports;
        var standing = new List<(StandingMove Move, bool IsFromReport)>();
        var fromReport = new List<int>();
        var (named, latest) = ((string?)null, 0);
        foreach (var move in moves.Where(m => !IsVoid(m)).OrderBy(m => m.Sequence))
        {
            // Who had taken the report, by what was known when the move was recorded.
            if (reports.Where(r => r.Sequence > latest && r.Sequence <= move.AfterStage).MaxBy(r => r.Sequence) is { } known)
            {
                (named, latest) = (known.ReportedToCode, known.Sequence);
            }

            var isSince = report is not null && move.AfterStage >= report.Sequence;
            if (move.Change == AuthorityChange.Moved)
            {
                var isFromReport = standing.Count == 0 && ReportedTo is not null && named == move.FromCode;
                standing.Add((new(standing is [.., var (before, _)] ? before.To : move.FromCode, move.ToCode, move.Since), isFromReport));
                _origins[move.Sequence] = standing[^1].Move.From;
                fromReport.AddRange(isFromReport ? [move.Sequence] : []);
            }
            else if (standing is [.., var (last, isFromReport)] && !(isSince && (isFromReport ? ReportedTo : last.From) == last.To))
            {
                standing.RemoveAt(standing.Count - 1);
                if (move.ToCode != (isFromReport ? named : last.From))
                {
                    standing.Add((last with { To = move.ToCode, Since = move.Since.IsKnown ? move.Since : last.Since }, isFromReport));
                }
            }
            else if (named is not null && (move.FromCode == named || (isSince && move.FromCode == ReportedTo)))
            {
                standing.Clear();
                (named, ReportedTo) = (move.ToCode, isSince ? move.ToCode : ReportedTo);
            }
        }

        fromReport.ForEach(sequence => _origins[sequence] = ReportedTo!);
        Moves = [.. standing.Select(s => s.IsFromReport ? s.Move with { From = ReportedTo! } : s.Move).Where(m => m.From != m.To)];
    }

    /// <summary>Null where no report stands, or where nobody recorded who took it.</summary>
    public string? ReportedTo { get; }

    /// <summary>
    /// The moves that stand, in their order. What was typed wrongly takes the place of the last one, or of none: then it is the report
    /// that another authority took. A report that is corrected is where the file came from.
    /// </summary>
    public IReadOnlyList<StandingMove> Moves { get; }

    public static Whereabouts Of(IReadOnlyCollection<StageEntry> stages, IReadOnlyCollection<AuthorityMove> moves) => new(stages, moves);

    /// <summary>What it was recorded of was withdrawn as a whole, and the path began anew or not at all.</summary>
    public bool IsVoid(AuthorityMove move) => move.AfterStage < _begunAfter;

    /// <summary>Where the file came from, by what is known of it today.</summary>
    public string OriginOf(AuthorityMove move) => _origins.GetValueOrDefault(move.Sequence, move.FromCode);

    /// <summary>Sequence of the last entry that left nothing before any authority; 0 where there was none.</summary>
    private static int BegunAfter(IReadOnlyCollection<StageEntry> stages) => stages
        .Where(s => s.IsWithdrawal || s.Stage == Stage.J0)
        .Select(s => s.Sequence)
        .OrderDescending()
        .FirstOrDefault(last => StageHistory.Standing(stages.Where(s => s.Sequence <= last)).All(s => s.Stage == Stage.J0));
}
