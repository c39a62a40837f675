using CaseTracker.Application.Protection;
using CaseTracker.Web.Forms;

namespace CaseTracker.Web.Pages.Incidents;

/// <summary>A step of a protection measure as typed; also the first one, with which it is recorded.</summary>
public class StepForm
{
    public string? Stage { get; set; }

    public PartialDateInput On { get; set; } = new();

    public string? Note { get; set; }

    public string? Corrects { get; set; }

    public bool Reopens { get; set; }

    /// <summary>An entry to correct that cannot be read is none that there is, and is refused as such.</summary>
    public StepInput ToInput() => new(Stage, On.ToInput(), Note, string.IsNullOrWhiteSpace(Corrects) ? null : int.TryParse(Corrects, out var entry) ? entry : 0, Reopens);
}
