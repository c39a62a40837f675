using CaseTracker.Application.Time;
using CaseTracker.Domain.Audit;

namespace CaseTracker.Application.Incidents;

internal static class HistoryRows
{
    /// <summary>What one person looked at in a row, within a day, is one row. Whatever else happened in between ends it.</summary>
    public static List<List<AuditEntry>> Of(IEnumerable<AuditEntry> lines, Calendar calendar)
    {
        var rows = new List<List<AuditEntry>>();
        foreach (var line in lines)
        {
            if (line.Outcome == AuditOutcome.Seen && rows.LastOrDefault() is [.., { Outcome: AuditOutcome.Seen } later] row
                && later.ActorId == line.ActorId && calendar.DayOf(later.At) == calendar.DayOf(line.At))
            {
                row.Add(line);
            }
            else
            {
                rows.Add([line]);
            }
        }

        return rows;
    }
}
