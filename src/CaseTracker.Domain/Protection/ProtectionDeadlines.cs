namespace CaseTracker.Domain.Protection;

/// <summary>
/// By when a measure is to be in place, counted from the request. The defaults are practice under Mexico's law of 2012 as
/// described to us (urgent: 24 to 48 hours; others: 10 to 30 working days) and were not seen in a primary text.
/// </summary>
/// <param name="UrgentHours">Of urgent measures; requests carry a day and no hour, so that they are counted as whole days begun.</param>
/// <param name="ProtectiveDays">Working days.</param>
/// <param name="PreventiveDays">Working days.</param>
/// <param name="SystemicDays">Working days.</param>
public sealed record ProtectionDeadlines(int UrgentHours = 48, int ProtectiveDays = 10, int PreventiveDays = 30, int SystemicDays = 30)
{
    public const int MostHours = 720;
    public const int MostDays = 250;

    public int UrgentHours { get; } = UrgentHours is >= 1 and <= MostHours ? UrgentHours : throw new ArgumentOutOfRangeException(nameof(UrgentHours));

    public int ProtectiveDays { get; } = Checked(ProtectiveDays, nameof(ProtectiveDays));

    public int PreventiveDays { get; } = Checked(PreventiveDays, nameof(PreventiveDays));

    public int SystemicDays { get; } = Checked(SystemicDays, nameof(SystemicDays));

    /// <summary>Days are counted from the day after the request; the last of them is the day by which it is due.</summary>
    public DateOnly For(MeasureClass @class, DateOnly requested) => @class switch
    {
        MeasureClass.Urgent => requested.AddDays((UrgentHours + 23) / 24),
        MeasureClass.Protective => WorkingDaysAfter(requested, ProtectiveDays),
        MeasureClass.Preventive => WorkingDaysAfter(requested, PreventiveDays),
        _ => WorkingDaysAfter(requested, SystemicDays),
    };

    /// <summary>Monday to Friday. Public holidays are not known here and count as working days, so that a deadline may be shown a day or two early.</summary>
    public static DateOnly WorkingDaysAfter(DateOnly day, int workingDays)
    {
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            left -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }

    private static int Checked(int days, string name) => days is >= 1 and <= MostDays ? days : throw new ArgumentOutOfRangeException(name);
}
