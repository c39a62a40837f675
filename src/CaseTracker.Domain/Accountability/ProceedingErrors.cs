using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Accountability;

public static class ProceedingErrors
{
    public static readonly Refusal AuthorityMissing = new("proceeding.authority_missing", Field: nameof(Authority));
    public static readonly Refusal AuthorityRetired = new("proceeding.authority_retired", Field: nameof(Authority));

    /// <summary>A move says where justice was handed on; a slip of the keyboard says nothing of the case.</summary>
    public static readonly Refusal AuthorityChangeUnexplained = new("proceeding.authority_change_unexplained", Field: nameof(MoveToRecord.Change));
    public static readonly Refusal AuthorityUnchanged = new("proceeding.authority_unchanged", Field: nameof(MoveToRecord.Change));
    public static readonly Refusal MovedTooEarly = new("proceeding.moved_too_early", Field: nameof(MoveToRecord.Since));

    /// <summary>A standing move of the file is dated before what would then be the first step.</summary>
    public static readonly Refusal OpenedAfterMove = new("proceeding.opened_after_move", Field: nameof(StageToRecord.On));
    public static readonly Refusal AgainstWhom = new("proceeding.against_whom", Field: nameof(Proceeding.Against));
    public static readonly Refusal ReportKnown = new("proceeding.report_known");
    public static readonly Refusal ReportAfterOpening = new("proceeding.report_after_opening", Field: nameof(StageToRecord.On));
    public static readonly Refusal BeforeIncident = new("proceeding.before_incident");
    public static readonly Refusal BeforePreviousStage = new("proceeding.before_previous_stage", Field: nameof(StageToRecord.On));
    public static readonly Refusal AccusedBeforeReport = new("proceeding.accused_before_report", Field: nameof(StageToRecord.On));
    public static readonly Refusal ReportNeedsDate = new("proceeding.report_needs_date", Field: nameof(StageToRecord.On));
    public static readonly Refusal SameStage = new("proceeding.same_stage", Field: nameof(StageToRecord.Stage));
    public static readonly Refusal AlreadyReported = new("proceeding.already_reported", Field: nameof(StageToRecord.Stage));
    public static readonly Refusal SilentlyReverses = new("proceeding.silently_reverses", Field: nameof(StageToRecord.Stage));
    public static readonly Refusal NothingReopened = new("proceeding.nothing_reopened", Field: nameof(StageToRecord.Reopens));
    public static readonly Refusal NotAgainstDefender = new("proceeding.not_against_defender", Field: nameof(StageToRecord.Stage));
    public static readonly Refusal NothingToReverse = new("proceeding.nothing_to_reverse", Field: nameof(StageToRecord.Stage));
    public static readonly Refusal NothingToCorrect = new("proceeding.nothing_to_correct", Field: nameof(StageToRecord.Corrects));
    public static readonly Refusal NothingToWithdraw = new("proceeding.nothing_to_withdraw", Field: "Entry");

    /// <summary>A later entry could not have been recorded without it; its number is the argument.</summary>
    public static readonly Refusal RestsOnIt = new("proceeding.rests_on_it", Field: "Entry");
    public static readonly Refusal ActsRestOnIt = new("proceeding.acts_rest_on_it", Field: "Entry");

    /// <summary>Everything recorded of the path was withdrawn: what was investigated is recorded once it is said again where it stands.</summary>
    public static readonly Refusal NothingStands = new("proceeding.nothing_stands");

    /// <summary>Nobody investigates what no authority has to do with.</summary>
    public static readonly Refusal ActBeforeAuthority = new("proceeding.act_before_authority");
    public static readonly Refusal NotReportedNeedsReason = new("proceeding.not_reported_needs_reason", Field: nameof(StageToRecord.NotReportedReason));
    public static readonly Refusal ReparationNeedsOrder = new("proceeding.reparation_needs_order", Field: nameof(StageToRecord.OrderedOn));
    public static readonly Refusal ReparationNeedsConviction = new("proceeding.reparation_needs_conviction", Field: nameof(StageToRecord.Stage));
    public static readonly Refusal ActNeedsDate = new("proceeding.act_needs_date", Field: nameof(InvestigativeAct.On));

    /// <summary>That justice is full follows from who was convicted; it is never recorded.</summary>
    public static readonly Refusal FullJusticeFollows = new("proceeding.full_justice_follows", Field: nameof(StageToRecord.Stage));
    public static readonly Refusal ConvictionNeedsAccused = new("proceeding.conviction_needs_accused", Field: nameof(StageToRecord.Accused));

    /// <summary>A sanction, a recommendation or a ruling is no conviction.</summary>
    public static readonly Refusal OnlyCriminalConvicts = new("proceeding.only_criminal_convicts", Field: nameof(StageToRecord.Stage));
    public static readonly Refusal ReversalNeedsAccused = new("proceeding.reversal_needs_accused", Field: nameof(StageToRecord.Accused));
    public static readonly Refusal WholePathOnly = new("proceeding.whole_path_only", Field: nameof(StageToRecord.Accused));
    public static readonly Refusal CorrectsOneAccused = new("proceeding.corrects_one_accused", Field: nameof(StageToRecord.Accused));
    public static readonly Refusal AccusedIsTheDefender = new("proceeding.accused_is_the_defender", Field: nameof(StageToRecord.Accused));

    /// <summary>After a final conviction comes its reversal, or an explicit reopening, or nothing.</summary>
    public static readonly Refusal ConvictionIsFinal = new("proceeding.conviction_is_final", Field: nameof(StageToRecord.Stage));
    public static readonly Refusal HearingOutOfRange = new("proceeding.hearing_out_of_range", Field: nameof(Proceeding.NextHearing));
    public static readonly Refusal HearingInThePast = new("proceeding.hearing_in_the_past", Field: nameof(Proceeding.NextHearing));
    public static readonly Refusal OrdersAlreadySo = new("proceeding.orders_already_so", Field: "NobodyGaveOrders");
}
