using System.Globalization;

namespace CaseTracker.Domain.FollowUps;

/// <summary>
/// One thing to announce about a follow-up that is due on a day. A later day, after a postponement, is another occasion.
/// </summary>
/// <param name="From">The first day on which this announcement is the right one.</param>
public sealed record Reminder(NoticeKind Kind, DateOnly DueOn, DateOnly From)
{
    /// <summary>The same on every node and after every restart: whoever stores it first has announced it.</summary>
    public string KeyFor(FollowUpId followUp)
    {
        var step = Kind switch
        {
            NoticeKind.FollowUpDueSoon => "soon",
            NoticeKind.FollowUpDue => "due",
            _ => string.Create(CultureInfo.InvariantCulture, $"late{From.DayNumber - DueOn.DayNumber}"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"follow-up:{followUp.Value:N}:{DueOn:yyyyMMdd}:{step}");
    }
}

/// <summary>
/// What is to be announced about open follow-ups, counted in days of the organisation's calendar. Hours play no part, so a
/// change of clocks cannot make a day longer or shorter.
/// </summary>
/// <param name="LeadDays">Days before the due day on which it is announced; 0 for not at all.</param>
/// <param name="OverdueEveryDays">Days between announcements once it is overdue; the first comes on the day after the due day.</param>
public sealed record ReminderRule(int LeadDays = 1, int OverdueEveryDays = 7)
{
    public int LeadDays { get; } = LeadDays is >= 0 and <= 60 ? LeadDays : throw new ArgumentOutOfRangeException(nameof(LeadDays));

    public int OverdueEveryDays { get; } = OverdueEveryDays is >= 1 and <= 365 ? OverdueEveryDays : throw new ArgumentOutOfRangeException(nameof(OverdueEveryDays));

    /// <summary>The newest announcement that is right today, or null. Whatever was missed before it is not made up for.</summary>
    public Reminder? For(FollowUp followUp, DateOnly today) => followUp.IsOpen ? For(followUp.DueOn, today) : null;

    public Reminder? For(DateOnly dueOn, DateOnly today)
    {
        var late = today.DayNumber - dueOn.DayNumber;
        if (late < -LeadDays)
        {
            return null;
        }

        return late switch
        {
            < 0 => new(NoticeKind.FollowUpDueSoon, dueOn, dueOn.AddDays(-LeadDays)),
            0 => new(NoticeKind.FollowUpDue, dueOn, dueOn),
            _ => new(NoticeKind.FollowUpOverdue, dueOn, dueOn.AddDays(1 + ((late - 1) / OverdueEveryDays * OverdueEveryDays))),
        };
    }
}
