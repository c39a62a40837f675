using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Domain.UnitTests.Builders;

/// <summary>Code lists of a few terms each: enough to be right, to be unknown and to be a group.</summary>
internal sealed class TestTerms : ITerms
{
    public static readonly TestTerms Instance = new();

    private readonly Dictionary<string, IReadOnlyList<Term>> _lists = new()
    {
        [Lists.Acts] = [Of(Lists.Acts, "CT-GRP-KILL", "group"), Of(Lists.Acts, "010101", "killing"), Of(Lists.Acts, "CT-STG-1", "other")],
        [Lists.OutletKinds] = [Of(Lists.OutletKinds, "CT-OUT-PRESS"), Of(Lists.OutletKinds, "CT-OUT-ACCOUNT")],
        [Lists.ReachUnits] = [Of(Lists.ReachUnits, "CT-RCH-VIEWS")],
        [Lists.Methods] = [Of(Lists.Methods, "CT-MTH-FIREARM")],
        [Lists.Motives] = [Of(Lists.Motives, "CT-MOT-CONFIRMED")],
        [Lists.VictimStates] = [Of(Lists.VictimStates, "CT-VST-INJURED")],
        [Lists.Rights] = [Of(Lists.Rights, "CT-RGT-1")],
        [Lists.Narratives] = [Of(Lists.Narratives, "CT-NAR-1"), Of(Lists.Narratives, "CT-NAR-2")],
        [Lists.Perpetrators] = [Of(Lists.Perpetrators, "010104", "state"), Of(Lists.Perpetrators, "CT-PER-1", "non-state"), Of(Lists.Perpetrators, "99", "unknown")],
        [Lists.Roles] = [Of(Lists.Roles, "01"), Of(Lists.Roles, "0101"), Of(Lists.Roles, "0102"), Of(Lists.Roles, "0105"), Of(Lists.Roles, "06")],
        [Lists.ProofDegrees] = [Of(Lists.ProofDegrees, "CT-DEG-LIKELY")],
        [Lists.SourceConnections] = [Of(Lists.SourceConnections, "0101")],
        [Lists.SourceMaterials] = [Of(Lists.SourceMaterials, "CT-MAT-1")],
        [Lists.SourceReliabilities] = [Of(Lists.SourceReliabilities, "01"), Of(Lists.SourceReliabilities, "04"), Of(Lists.SourceReliabilities, "05"), Of(Lists.SourceReliabilities, "99")],
        [Lists.Consents] = [Of(Lists.Consents, "C1")],
        [Lists.Priorities] = [Of(Lists.Priorities, "CT-PRI-NORMAL")],
        [Lists.ProceedingKinds] =
        [
            Of(Lists.ProceedingKinds, "CT-PRC-CRIM", "against-aggressor"),
            Of(Lists.ProceedingKinds, "CT-PRC-HRC", "against-aggressor"),
            Of(Lists.ProceedingKinds, "CT-PRC-DISC", "against-aggressor"),
            Of(Lists.ProceedingKinds, "CT-PRC-AMP", "against-aggressor"),
            Of(Lists.ProceedingKinds, "CT-PRC-INT", "against-aggressor"),
            Of(Lists.ProceedingKinds, "CT-PRC-CRMZ", "against-defender"),
        ],
        [Lists.NotReportedReasons] = [Of(Lists.NotReportedReasons, "CT-NRR-FEAR")],
        [Lists.InvestigativeActs] = [Of(Lists.InvestigativeActs, "CT-INV-INTERVIEW")],
        [Lists.FollowUpKinds] = [Of(Lists.FollowUpKinds, "CT-FUK-CALL")],
        [Lists.FollowUpOutcomes] = [Of(Lists.FollowUpOutcomes, "CT-FUO-NOTHING"), Of(Lists.FollowUpOutcomes, "CT-FUO-CANCELLED", "ends")],
        [Lists.Interventions] = [Of(Lists.Interventions, "UA", "reply"), Of(Lists.Interventions, "AL", "reply"), Of(Lists.Interventions, "CT-ITV-STATEMENT")],
        [Lists.ReplyCodes] = [Of(Lists.ReplyCodes, "01"), Of(Lists.ReplyCodes, "05"), Of(Lists.ReplyCodes, "06")],
        [Lists.ReplyGrades] = [.. "ABCDE".Select(g => Of(Lists.ReplyGrades, g.ToString()))],
        [Lists.Genders] = [Of(Lists.Genders, "CT-GEN-F"), Of(Lists.Genders, "CT-GEN-X")],
        [Lists.AgeBands] = [Of(Lists.AgeBands, "CT-AGE-18-29")],
        [Lists.RiskMethods] = [Of(Lists.RiskMethods, "CT-RSM-TVC")],
        [Lists.RiskFactors] = [Of(Lists.RiskFactors, "CT-GRP-RSF-CAP", "group"), Of(Lists.RiskFactors, "CT-RSF-THREATS", "raises"), Of(Lists.RiskFactors, "CT-RSF-PLAN", "lowers")],
        [Lists.ProtectionMechanisms] = [Of(Lists.ProtectionMechanisms, "CT-PMC-FED")],
        [Lists.ProtectionMeasures] =
        [
            Of(Lists.ProtectionMeasures, "CT-PRM-PRE-2", "preventive"), Of(Lists.ProtectionMeasures, "CT-PRM-PRO-4", "protective"), Of(Lists.ProtectionMeasures, "CT-PRM-URG-3", "urgent"),
        ],
        [Lists.MeasureAdequacies] = [Of(Lists.MeasureAdequacies, "CT-ADQ-PARTIAL")],
        [Lists.AdequacySpeakers] = [Of(Lists.AdequacySpeakers, "CT-ADS-PERSON")],
        [Lists.Profiles] = [Of(Lists.Profiles, "CT-PRF-LAND"), Of(Lists.Profiles, "CT-PRF-PRESS")],
    };

    public Term? Find(string list, string? code) => All(list).SingleOrDefault(t => t.Code == code);

    public IReadOnlyList<Term> All(string list) => _lists.GetValueOrDefault(list) ?? [];

    private static Term Of(string list, string code, string? @class = null) => Term.Shipped(list, code, null, @class, code, code, "test", null, 1);
}
