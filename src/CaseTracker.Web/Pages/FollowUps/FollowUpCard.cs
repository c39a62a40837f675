using CaseTracker.Application.FollowUps;

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
}
