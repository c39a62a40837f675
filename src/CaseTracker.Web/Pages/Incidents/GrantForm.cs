using System.Globalization;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Web.Pages.Incidents;

public sealed class GrantForm
{
    /// <summary>What the form proposes: long enough to help with one incident.</summary>
    public const int UsualDays = 30;

    private const string Day = "yyyy-MM-dd";

    public string? Member { get; set; }

    public string? Level { get; set; }

    public string? LastDay { get; set; }

    public string? Reason { get; set; }

    public static string Write(DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);

    public Result<GiveAccess> ToCommand(string number)
    {
        DateOnly? last = DateOnly.TryParseExact(LastDay, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        return last is null && !string.IsNullOrWhiteSpace(LastDay) ? PartialDateErrors.NoSuchDate.On(nameof(LastDay)) : new GiveAccess(
            number,
            string.IsNullOrWhiteSpace(Member) ? null : Guid.TryParse(Member, out var member) ? new MemberId(member) : default(MemberId),
            string.IsNullOrWhiteSpace(Level) ? null : Enum.TryParse<GrantLevel>(Level, out var level) ? level : (GrantLevel)(-1),
            last,
            Reason);
    }
}
