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
        var mended = new List<string>();
        var standing = new List<(StandingMove Move, bool IsFromReport)>();
        foreach (var move in moves.Where(m => !IsVoid(m)).OrderBy(m => m.Sequence))
        {
            var isSince = report is not null && move.AfterStage >= report.Sequence;
            if (move.Change == AuthorityChange.Moved)
            {
                var isFirst = standing.Count == 0;
                var isFromReport = isFirst && ReportedTo is not null && WasReportedTo(move.FromCode, move);
                var from = isFromReport ? ReportedTo! : isFirst ? move.FromCode : standing[^1].Move.To;
                standing.Add((new(from, move.ToCode, move.Since), isFromReport));
                _origins[move.Sequence] = from;
            }
            else if (standing is [.., var (last, isFromReport)] && !(isSince && last.From == last.To))
            {
                standing.RemoveAt(standing.Count - 1);
                if (last.From != move.ToCode && !(isFromReport && WasReportedTo(move.ToCode, move)))
                {
                    standing.Add((last with { To = move.ToCode, Since = move.Since.IsKnown ? move.Since : last.Since }, isFromReport));
                }
            }
            else if (isSince && move.FromCode == ReportedTo)
            {
                standing.Clear();
                ReportedTo = move.ToCode;
                mended.Add(move.ToCode);
            }
        }

        Moves = [.. standing.Select(s => s.Move).Where(m => m.From != m.To)];

        bool WasReportedTo(string code, AuthorityMove by) => mended.Contains(code) || reports.Exists(r => r.Sequence <= by.AfterStage && r.ReportedToCode == code);
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
