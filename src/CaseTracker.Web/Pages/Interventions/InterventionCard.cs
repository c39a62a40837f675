using CaseTracker.Application.Accountability;
using CaseTracker.Application.FollowUps;
using CaseTracker.Domain.Accountability;

namespace CaseTracker.Web.Pages.Interventions;

/// <summary>Model of <c>_Intervention</c>: one of a list.</summary>
/// <param name="WithSubject">False on the page of the incident that it is about.</param>
public sealed record InterventionCard(InterventionView Intervention, bool WithSubject);

/// <summary>Model of <c>_Standing</c>: how far the answer has come, in words.</summary>
/// <param name="Grade">Null while the reply is not graded.</param>
public sealed record InterventionStanding(InterventionStatus Status, DateOnly? DueOn, string? Grade)
{
    /// <summary>As near as a follow-up that is due soon.</summary>
    public bool IsSoon(DateOnly today) => DueOn <= today.AddDays(FollowUpFilter.SoonDays);

    public static InterventionStanding Of(InterventionView intervention) => new(intervention.Status, intervention.DueOn, intervention.Grade);
}
