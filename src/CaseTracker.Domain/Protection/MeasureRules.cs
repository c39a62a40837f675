using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Protection;

/// <summary>In which order the steps of a measure may stand: they may skip, and never go back in silence.</summary>
internal static class MeasureRules
{
    public static IEnumerable<Refusal> Check(IReadOnlyCollection<MeasureStep> recorded, StepToRecord step, DateOnly today)
    {
        if (step.Stage is not { } stage || !Enum.IsDefined(stage))
        {
            yield return (step.Stage is null ? SharedErrors.Required : SharedErrors.UnknownTerm).On(nameof(step.Stage));
            yield break;
        }

        if (step.On.IsAfter(today))
        {
            yield return PartialDateErrors.InTheFuture.On(nameof(step.On));
        }

        var standing = Accountability.StageHistory.Standing(recorded).ToList();
        var place = step.Corrects is { } wrong ? standing.FindIndex(s => s.Sequence == wrong) : standing.Count;
        if (place < 0)
        {
            yield return MeasureErrors.NothingToCorrect;
            yield break;
        }

        var story = standing.ConvertAll(s => new Step(s.Stage, s.On, s.Reopens));
        story.RemoveRange(place, step.Corrects is null ? 0 : 1);
        story.Insert(place, new Step(stage, step.On, step.Reopens));
        foreach (var refusal in CheckStory(story, place))
        {
            yield return refusal;
        }
    }

    /// <summary>Reads all steps as they would stand: a correction may not do what a new entry may not.</summary>
    /// <param name="place">Index of the entry that is new in the story.</param>
    private static IEnumerable<Refusal> CheckStory(List<Step> story, int place)
    {
        if (story[0].Stage is MeasureStage.Withdrawn or MeasureStage.Expired)
        {
            yield return MeasureErrors.NothingToEnd;
        }
        else if (IsSame(place) || IsSame(place + 1))
        {
            yield return MeasureErrors.SameStep;
        }
        else if (IsRefusedAfterAll(place) || IsRefusedAfterAll(place + 1))
        {
            yield return MeasureErrors.GrantedAlready;
        }
        else if (SilentlyReverses(place) || SilentlyReverses(place + 1))
        {
            yield return MeasureErrors.SilentlyReverses;
        }

        var on = story[place].On;
        if (story.Take(place).Any(s => on.IsBefore(s.On)) || story.Skip(place + 1).Any(s => s.On.IsBefore(on)))
        {
            yield return MeasureErrors.BeforePreviousStep;
        }

        bool HasBefore(int i) => i > 0 && i < story.Count;
        bool IsSame(int i) => HasBefore(i) && story[i].Stage == story[i - 1].Stage;

        // What was granted is withdrawn; a refusal answers a request.
        bool IsRefusedAfterAll(int i) => HasBefore(i) && story[i].Stage == MeasureStage.Refused && story[i - 1].Stage != MeasureStage.Requested;

        bool SilentlyReverses(int i) => HasBefore(i) && !story[i].Reopens && (story[i - 1].Stage.IsEnd() || story[i].Stage < story[i - 1].Stage);
    }

    private readonly record struct Step(MeasureStage Stage, PartialDate On, bool Reopens);
}
