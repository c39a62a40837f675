using System.Globalization;
using CaseTracker.Application.Accountability;
using CaseTracker.Web.Forms;

namespace CaseTracker.Web.Pages.Incidents;

/// <summary>A stage of a path as typed; also the first one, with which a path is opened.</summary>
public class StageForm
{
    public string? Stage { get; set; }

    public PartialDateInput On { get; set; } = new();

    public string? Reason { get; set; }

    public string? NotReportedReason { get; set; }

    public PartialDateInput OrderedOn { get; set; } = new();

    public string? Corrects { get; set; }

    public bool Reopens { get; set; }

    /// <summary>Sequences of perpetrators, as the boxes send them.</summary>
    public List<string> Accused { get; set; } = [];

    public bool IsFinal { get; set; }

    public string? Authority { get; set; }

    public string? Unit { get; set; }

    /// <summary>Entries that were on the path when the form was shown: what came after them was written by somebody else meanwhile.</summary>
    public int Seen { get; set; }

    /// <summary>What only the first and the last rung ask was answered.</summary>
    public bool HasMore => !string.IsNullOrEmpty(NotReportedReason) || !OrderedOn.IsEmpty;

    public static StageForm Correcting(StageView wrong) => new()
    {
        Corrects = wrong.Sequence.ToString(CultureInfo.InvariantCulture),
        Stage = wrong.Stage.ToString(),
        On = PartialDateInput.From(wrong.On),
        Reason = wrong.Reason,
        NotReportedReason = wrong.NotReportedReason,
        OrderedOn = PartialDateInput.From(wrong.OrderedOn),
        Reopens = wrong.Reopens,
        Accused = wrong.Accused is { } accused ? [accused.ToString(CultureInfo.InvariantCulture)] : [],
        IsFinal = wrong.IsFinal,
    };

    /// <summary>An entry to correct, or somebody accused, that cannot be read is none that there is, and is refused as such.</summary>
    public StageInput ToInput() => new(
        Stage,
        On.ToInput(),
        Reason,
        NotReportedReason,
        OrderedOn.ToInput(),
        string.IsNullOrWhiteSpace(Corrects) ? null : Number(Corrects),
        Reopens,
        [.. Accused.Where(a => !string.IsNullOrWhiteSpace(a)).Select(Number)],
        IsFinal,
        Authority,
        Unit);

    internal static int Number(string typed) => int.TryParse(typed, out var number) ? number : 0;
}
