namespace CaseTracker.Domain.Accountability;

/// <summary>
/// How far one path has come (domain.md, axis 2). The values order paths from worst to best standing: a path that ended
/// without justice (X) stands below one that was never opened, because nothing more is to be expected of it.
/// The decision is recorded in docs/adr/0004.
/// </summary>
public enum Stage
{
    X4 = -50,
    X3 = -40,
    X2 = -30,
    X1 = -20,
    X5 = -10,
    J0 = 0,
    J1 = 10,
    J2s = 15,
    J2 = 20,
    J3 = 30,
    J4 = 40,
    J5 = 50,
    J6 = 60,
    J7 = 70,
    J8 = 80,
}

public static class StageRules
{
    public static readonly IReadOnlyList<Stage> InOrder =
        [Stage.J0, Stage.J1, Stage.J2, Stage.J2s, Stage.J3, Stage.J4, Stage.J5, Stage.J6, Stage.J7, Stage.J8, Stage.X1, Stage.X2, Stage.X3, Stage.X4, Stage.X5];

    public static bool IsExit(this Stage stage) => stage < Stage.J0;

    /// <summary>Rung 0 to 8 of the ladder; null for a path that left it.</summary>
    public static int? Rung(this Stage stage) => stage switch
    {
        Stage.J2s => 2,
        _ when stage.IsExit() => null,
        _ => (int)stage / 10,
    };

    public static bool IsConviction(this Stage stage) => stage is Stage.J6 or Stage.J7 or Stage.J8;

    public static bool TryParse(string? code, out Stage stage) => Enum.TryParse(code, ignoreCase: false, out stage) && Enum.IsDefined(stage) && code == stage.ToString();
}
