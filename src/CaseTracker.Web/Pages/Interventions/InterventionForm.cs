using CaseTracker.Application.Accountability;
using CaseTracker.Web.Forms;

namespace CaseTracker.Web.Pages.Interventions;

/// <summary>What a release asks, put to the State, as typed.</summary>
public class TrackForm
{
    /// <summary>Made when the form was first shown: sent twice, it is recorded once.</summary>
    public string? Key { get; set; }

    public string? Type { get; set; }

    public PartialDateInput SentOn { get; set; } = new();

    public string? Summary { get; set; }

    public string? DueOn { get; set; }

    public string? DueReason { get; set; }

    /// <summary>Another day than the one that follows from the type was asked for.</summary>
    public bool HasDue => !string.IsNullOrEmpty(DueOn) || !string.IsNullOrEmpty(DueReason);

    /// <summary>A key that cannot be read is replaced: nothing can have been recorded with it.</summary>
    public Guid KeyOr(DateTimeOffset now) => Guid.TryParseExact(Key, "N", out var key) ? key : Guid.CreateVersion7(now);

    public virtual InterventionInput ToInput() => new(Type, null, SentOn.ToInput(), Summary, DueOn, DueReason);
}

/// <summary>An intervention about an incident as typed.</summary>
public sealed class InterventionForm : TrackForm
{
    public string? Addressee { get; set; }

    public string? Proceeding { get; set; }

    public override InterventionInput ToInput() => base.ToInput() with { Addressee = Addressee };
}
