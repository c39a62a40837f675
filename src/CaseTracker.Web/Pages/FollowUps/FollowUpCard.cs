using System.Globalization;
using CaseTracker.Application.FollowUps;
using CaseTracker.Domain.Access;

namespace CaseTracker.Web.Pages.FollowUps;

/// <summary>Model of <c>_FollowUp</c>: one follow-up in a list, to be closed or postponed in place.</summary>
/// <param name="ReturnTo">Local address of the list.</param>
/// <param name="WithAssignee">False where all are the reader's own.</param>
/// <param name="WithIncident">False on the incident's own page.</param>
public sealed record FollowUpCard(FollowUpListing FollowUp, string ReturnTo, bool WithAssignee, bool WithIncident);

public sealed class FollowUpForm
{
    /// <summary>A code of the list of outcomes, or <c>postpone</c>: which button was pressed.</summary>
    public string? Do { get; set; }

    public int Version { get; set; }

    public string? Note { get; set; }

    public string? Until { get; set; }

    public string? Reason { get; set; }

    public string? Assignee { get; set; }

    /// <summary>Null if what was typed is no day.</summary>
    public DateOnly? Day => DateOnly.TryParseExact(Until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public MemberId ToAssignee() => Guid.TryParseExact(Assignee, "N", out var member) ? MemberId.From(member) : default;
}
