using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.FollowUps;

public static class FollowUpErrors
{
    public static readonly Refusal AlreadyClosed = new("follow_up.already_closed", RefusalKind.Conflict);
    public static readonly Refusal InThePast = new("follow_up.in_the_past", Field: nameof(FollowUp.DueOn));
    public static readonly Refusal TooFarAhead = new("follow_up.too_far_ahead", Field: nameof(FollowUp.DueOn));
    public static readonly Refusal NotLater = new("follow_up.not_later", Field: "Until");
    public static readonly Refusal AlreadyTheirs = new("follow_up.already_theirs", Field: "Assignee");
    public static readonly Refusal AssigneeOutsideTeam = new("follow_up.assignee_outside_team", Field: "Assignee");
}
