using System.Globalization;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Protection;

namespace CaseTracker.Application.Confidentiality;

/// <summary>
/// A column whose values are sealed. Its name is part of what binds a value to its place: renaming one here makes every
/// stored value unreadable.
/// </summary>
/// <param name="Entity">The class whose property it is.</param>
public sealed record SealedField(Type Entity, string Table, string Column)
{
    public override string ToString() => $"{Table}|{Column}";
}

/// <summary>Every sealed column of the product.</summary>
public static class SealedFields
{
    public static readonly SealedField Title = new(typeof(Incident), "Incidents", nameof(Incident.Title));
    public static readonly SealedField Narrative = new(typeof(Incident), "Incidents", nameof(Incident.Narrative));
    public static readonly SealedField Municipality = new(typeof(Incident), "Incidents", nameof(Incident.Municipality));
    public static readonly SealedField Perpetrator = new(typeof(Involvement), "IncidentInvolvements", nameof(Involvement.Description));
    public static readonly SealedField Source = new(typeof(Source), "IncidentSources", nameof(Domain.Incidents.Source.Description));
    public static readonly SealedField ClaimNote = new(typeof(ClaimSupport), "IncidentClaimSupports", nameof(ClaimSupport.Note));
    public static readonly SealedField WorkflowReason = new(typeof(WorkflowChange), "IncidentWorkflowChanges", nameof(WorkflowChange.Reason));
    public static readonly SealedField VerificationReason = new(typeof(VerificationChange), "IncidentVerificationChanges", nameof(VerificationChange.Reason));
    public static readonly SealedField GrantReason = new(typeof(AccessGrant), "IncidentGrants", nameof(AccessGrant.Reason));
    public static readonly SealedField HandOverReason = new(typeof(HandOver), "IncidentHandOvers", nameof(HandOver.Reason));
    public static readonly SealedField HandOverAnswer = new(typeof(HandOver), "IncidentHandOvers", nameof(HandOver.Answer));
    public static readonly SealedField OpeningReason = new(typeof(IdentityOpening), "IncidentIdentityOpenings", nameof(IdentityOpening.Reason));
    public static readonly SealedField StageReason = new(typeof(StageEntry), "ProceedingStages", nameof(StageEntry.Reason));
    public static readonly SealedField FileNumber = new(typeof(Proceeding), "Proceedings", nameof(Proceeding.FileNumber));
    public static readonly SealedField Counsel = new(typeof(Proceeding), "Proceedings", nameof(Proceeding.Counsel));
    public static readonly SealedField ActNote = new(typeof(InvestigativeAct), "ProceedingInvestigativeActs", nameof(InvestigativeAct.Note));
    public static readonly SealedField OrdersReason = new(typeof(OrderFinding), "IncidentOrderFindings", nameof(OrderFinding.Reason));
    public static readonly SealedField InterventionAddressee = new(typeof(Intervention), "Interventions", nameof(Intervention.Addressee));
    public static readonly SealedField InterventionSummary = new(typeof(Intervention), "Interventions", nameof(Intervention.Summary));
    public static readonly SealedField InterventionClosing = new(typeof(Intervention), "Interventions", nameof(Intervention.CloseReason));
    public static readonly SealedField ReplySubstance = new(typeof(Reply), "InterventionReplies", nameof(Reply.Substance));
    public static readonly SealedField GradingReason = new(typeof(Grading), "InterventionGradings", nameof(Grading.Reason));
    public static readonly SealedField DueReason = new(typeof(DueChange), "InterventionDueChanges", nameof(DueChange.Reason));
    public static readonly SealedField FollowUpNote = new(typeof(FollowUp), "FollowUps", nameof(FollowUp.Note));
    public static readonly SealedField FollowUpOutcome = new(typeof(FollowUp), "FollowUps", nameof(FollowUp.OutcomeNote));
    public static readonly SealedField SnoozeReason = new(typeof(Snooze), "FollowUpSnoozes", nameof(Snooze.Reason));
    public static readonly SealedField RiskReasoning = new(typeof(RiskAssessment), "RiskAssessments", nameof(RiskAssessment.Reasoning));
    public static readonly SealedField MeasureNote = new(typeof(MeasureStep), "ProtectionMeasureSteps", nameof(MeasureStep.Note));
    public static readonly SealedField AdequacyReason = new(typeof(AdequacyJudgement), "ProtectionMeasureJudgements", nameof(AdequacyJudgement.Reason));
    public static readonly SealedField DismissalReason = new(typeof(SignDismissal), "SignDismissals", nameof(SignDismissal.Reason));
    public static readonly SealedField Name = new(typeof(PersonIdentity), "PersonIdentities", nameof(PersonIdentity.Name));
    public static readonly SealedField Aliases = new(typeof(PersonIdentity), "PersonIdentities", nameof(PersonIdentity.Aliases));
    public static readonly SealedField Contact = new(typeof(PersonIdentity), "PersonIdentities", nameof(PersonIdentity.Contact));
    public static readonly SealedField CampaignTitle = new(typeof(Campaign), "Campaigns", nameof(Campaign.Title));
    public static readonly SealedField CampaignDescription = new(typeof(Campaign), "Campaigns", nameof(Campaign.Description));
    public static readonly SealedField OutletName = new(typeof(CampaignOutlet), "CampaignOutlets", nameof(CampaignOutlet.Name));
    public static readonly SealedField SpeakerLabel = new(typeof(CampaignSpeaker), "CampaignSpeakers", nameof(CampaignSpeaker.Label));
    public static readonly SealedField ArchivedAddress = new(typeof(CampaignAddress), "CampaignAddresses", nameof(CampaignAddress.Url));
    public static readonly SealedField BelongingReason = new(typeof(CampaignIncident), "CampaignIncidents", nameof(CampaignIncident.Reason));
    public static readonly SealedField RemovalReason = new(typeof(CampaignIncident), "CampaignIncidents", nameof(CampaignIncident.RemovalReason));
    public static readonly SealedField Draft = new(typeof(IncidentDraft), "IncidentDrafts", nameof(IncidentDraft.Content));

    public static readonly IReadOnlyList<SealedField> All =
        [.. typeof(SealedFields).GetFields().Where(f => f.FieldType == typeof(SealedField)).Select(f => (SealedField)f.GetValue(null)!)];
}

/// <summary>Which row of a table, as it stands in the binding of a sealed value: the parts of its key, in order.</summary>
public static class SealedRow
{
    public static string Of(Guid key) => key.ToString("N");

    public static string Of(Guid owner, int sequence) => string.Create(CultureInfo.InvariantCulture, $"{owner:N}/{sequence}");
}
