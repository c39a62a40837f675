using System.Globalization;
using CaseTracker.Application.Accountability;
using CaseTracker.Web.Forms;

namespace CaseTracker.Web.Pages.Interventions;

/// <summary>A reply to an intervention as typed.</summary>
public sealed class ReplyForm
{
    public PartialDateInput ReceivedOn { get; set; } = new();

    public bool IsAcknowledgement { get; set; }

    public string? Code { get; set; }

    public string? Substance { get; set; }

    public string? Grade { get; set; }

    public string? GradeReason { get; set; }

    public string? Corrects { get; set; }

    public bool HasGrade => !string.IsNullOrEmpty(Grade) || !string.IsNullOrEmpty(GradeReason);

    /// <summary>An entry to correct that cannot be read is none that there is, and is refused as such.</summary>
    public ReplyInput ToInput() => new(
        ReceivedOn.ToInput(),
        IsAcknowledgement,
        Code,
        Substance,
        Grade,
        GradeReason,
        string.IsNullOrWhiteSpace(Corrects) ? null : int.TryParse(Corrects, NumberStyles.None, CultureInfo.InvariantCulture, out var entry) ? entry : 0);
}
