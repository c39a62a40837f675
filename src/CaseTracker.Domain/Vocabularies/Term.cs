namespace CaseTracker.Domain.Vocabularies;

/// <summary>One entry of a code list: what is stored is the code, what is shown is the label in the reader's language.</summary>
public sealed class Term
{
    public const int CodeLimit = 40;
    public const int LabelLimit = 160;
    public const int NoteLimit = 400;

    private Term()
    {
    }

    public string List { get; private init; } = "";

    public string Code { get; private init; } = "";

    public string? Parent { get; private set; }

    /// <summary>What code needs to know of the term, e.g. <c>state</c> for a State perpetrator; see the list's own note.</summary>
    public string? Class { get; private set; }

    public string English { get; private set; } = "";

    public string Spanish { get; private set; } = "";

    /// <summary>Where the term comes from, e.g. <c>ESF 24</c>.</summary>
    public string Source { get; private set; } = "";

    public string? Note { get; private set; }

    /// <summary>Position in its list, so that lists read in their own order.</summary>
    public int Position { get; private set; }

    public bool IsGroup => Class == "group";

    public static Term Shipped(string list, string code, string? parent, string? @class, string english, string spanish, string source, string? note, int position)
    {
        var term = new Term { List = list, Code = code };
        term.Update(parent, @class, english, spanish, source, note, position);
        return term;
    }

    /// <returns>True if anything differs from what is stored.</returns>
    public bool Update(string? parent, string? @class, string english, string spanish, string source, string? note, int position)
    {
        if ((Parent, Class, English, Spanish, Source, Note, Position) == (parent, @class, english, spanish, source, note, position))
        {
            return false;
        }

        (Parent, Class, English, Spanish, Source, Note, Position) = (parent, @class, english, spanish, source, note, position);
        return true;
    }
}

/// <summary>Names of the code lists.</summary>
public static class Lists
{
    public const string Acts = "acts";
    public const string Narratives = "narratives";
    public const string Profiles = "profiles";
    public const string Perpetrators = "perpetrators";
    public const string Roles = "roles";
    public const string ProofDegrees = "proof-degrees";
    public const string SourceConnections = "source-connections";
    public const string SourceMaterials = "source-materials";
    public const string SourceReliabilities = "source-reliabilities";
    public const string Rights = "rights";
    public const string Consents = "consents";
    public const string ProceedingKinds = "proceeding-kinds";
    public const string Stages = "stages";

    /// <summary>The same codes, in the words for a path on which the defender is the accused.</summary>
    public const string StagesAgainstDefender = "stages-against-defender";
    public const string Verification = "verification";
    public const string Workflow = "workflow";
    public const string Priorities = "priorities";
    public const string NotReportedReasons = "not-reported-reasons";
    public const string FollowUpKinds = "follow-up-kinds";
    public const string FollowUpOutcomes = "follow-up-outcomes";
    public const string Genders = "genders";
    public const string AgeBands = "age-bands";
    public const string Methods = "methods";
    public const string VictimStates = "victim-states";
    public const string Motives = "motives";
    public const string InvestigativeActs = "investigative-acts";
    public const string OutletKinds = "outlet-kinds";
    public const string ReachUnits = "reach-units";
    public const string RecommendationStatuses = "recommendation-statuses";
    public const string Interventions = "interventions";
    public const string ReplyCodes = "reply-codes";
    public const string ReplyGrades = "reply-grades";
    public const string RiskBands = "risk-bands";
    public const string RiskMethods = "risk-methods";
    public const string RiskFactors = "risk-factors";
    public const string ProtectionMechanisms = "protection-mechanisms";
    public const string ProtectionMeasures = "protection-measures";
    public const string MeasureStages = "measure-stages";
    public const string MeasureAdequacies = "measure-adequacies";
    public const string AdequacySpeakers = "adequacy-speakers";
    public const string EscalationSigns = "escalation-signs";
}
