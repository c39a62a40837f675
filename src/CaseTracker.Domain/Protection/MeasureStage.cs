namespace CaseTracker.Domain.Protection;

/// <summary>How far a measure has come. The first three are climbed, and may be skipped; the others end it.</summary>
public enum MeasureStage
{
    Requested = 10,
    Granted = 20,
    Implemented = 30,
    Refused = 50,
    Withdrawn = 60,
    Expired = 70,
}

/// <summary>What a measure is meant to do (law of 2012); the class of its code in <c>protection-measures</c>.</summary>
public enum MeasureClass
{
    Preventive = 1,
    Protective = 2,
    Urgent = 3,
    Systemic = 4,
}

public static class MeasureStages
{
    public static readonly IReadOnlyList<MeasureStage> InOrder =
        [MeasureStage.Requested, MeasureStage.Granted, MeasureStage.Implemented, MeasureStage.Refused, MeasureStage.Withdrawn, MeasureStage.Expired];

    public static bool IsAwaited(this MeasureStage stage) => stage is MeasureStage.Requested or MeasureStage.Granted;

    public static bool IsEnd(this MeasureStage stage) => stage is MeasureStage.Refused or MeasureStage.Withdrawn or MeasureStage.Expired;

    /// <summary>Its code in the list <c>measure-stages</c>.</summary>
    public static string Code(this MeasureStage stage) => $"CT-MST-{stage.ToString().ToUpperInvariant()}";

    /// <returns>Null for a code that is none of the list.</returns>
    public static MeasureStage? Read(string? code) => InOrder.Where(s => s.Code() == code).Select(s => (MeasureStage?)s).SingleOrDefault();
}

public static class MeasureClasses
{
    public static readonly IReadOnlyList<MeasureClass> All = Enum.GetValues<MeasureClass>();

    /// <summary>As the shipped list writes it: <c>urgent</c>.</summary>
    public static string Code(this MeasureClass @class) => @class.ToString().ToLowerInvariant();

    public static bool TryParse(string? code, out MeasureClass @class)
    {
        @class = All.FirstOrDefault(c => c.Code() == code);
        return @class != default;
    }
}
