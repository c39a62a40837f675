using System.Globalization;
using CaseTracker.Application.Accountability;

namespace CaseTracker.Web.Pages.Incidents;

/// <summary>The withdrawal of an entry of a path as typed.</summary>
public sealed class WithdrawalForm
{
    private const string Stages = "stage";
    private const string Acts = "act";

    /// <summary>A stage or an act with its number, such as <c>stage-3</c>: a path numbers both from 1.</summary>
    public string? Entry { get; set; }

    public string? Reason { get; set; }

    /// <summary>Stages that were on the path when the form was shown: what came after them was written by somebody else meanwhile.</summary>
    public int SeenStages { get; set; }

    /// <summary>Likewise acts.</summary>
    public int SeenActs { get; set; }

    /// <summary>What cannot be read is the stage 0, which no path has.</summary>
    public (bool IsAct, int Sequence) Chosen =>
        Entry?.Split('-') is [Stages or Acts, var number] parts && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? (parts[0] == Acts, sequence) : (false, 0);

    public static string Of(StageView stage) => Name(Stages, stage.Sequence);

    public static string Of(InvestigativeActView act) => Name(Acts, act.Sequence);

    private static string Name(string kind, int sequence) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{sequence}");
}
