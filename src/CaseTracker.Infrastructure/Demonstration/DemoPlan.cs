using CaseTracker.Domain.Accountability;

namespace CaseTracker.Infrastructure.Demonstration;

/// <summary>
/// What the first incidents of a run must show, so that each screen has something to show: every stage and exit, every
/// profile, every gender, dates that are only about right. What a plan leaves open, chance decides.
/// </summary>
/// <param name="Reached">How far the main proceeding comes.</param>
/// <param name="Left">How it leaves the ladder from there.</param>
/// <param name="Approximate">The date is only about right.</param>
internal sealed record DemoPlan(Stage? Reached = null, Stage? Left = null, string? Profile = null, string? Gender = null, bool Approximate = false)
{
    private const int ApproximateDates = 3;

    private static readonly DemoPlan[] Ends =
    [
        new(Stage.J8), new(Stage.J7), new(Stage.J6), new(Stage.J6, Stage.X4), new(Stage.J5), new(Stage.J5, Stage.X3), new(Stage.J4), new(Stage.J4, Stage.X2),
        new(Stage.J3), new(Stage.J3, Stage.X5), new(Stage.J2), new(Stage.J2, Stage.J2s), new(Stage.J1), new(Stage.J1, Stage.X1), new(Stage.J0),
    ];

    public bool IsOpen => this == new DemoPlan();

    /// <summary>In the order in which the incidents were logged: the first are old enough for the longest way.</summary>
    public static IEnumerable<DemoPlan> Of(IEnumerable<string> profiles, IEnumerable<string> genders) =>
    [
        .. Ends,
        .. profiles.Select(profile => new DemoPlan(Profile: profile)),
        .. genders.Select(gender => new DemoPlan(Gender: gender)),
        .. Enumerable.Repeat(new DemoPlan(Approximate: true), ApproximateDates),
    ];
}
