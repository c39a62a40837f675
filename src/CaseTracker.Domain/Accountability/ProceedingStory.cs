using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Accountability;

/// <summary>
/// Reads the whole path as it would stand with a new entry: a correction may not do what a new entry may not. Each perpetrator has
/// a story of their own on the path, and the path as a whole has one; order and dates hold within each.
/// </summary>
internal static class ProceedingStory
{
    /// <summary>Of whom an entry speaks: each of the accused, or the path as a whole.</summary>
    public static IEnumerable<int?> Subjects(StageToRecord entry) =>
        entry.Accused is { Count: > 0 } accused ? accused.Distinct().Order().Select(a => (int?)a) : [null];

    public static IEnumerable<Refusal> Check(Proceeding path, StageToRecord entry, Roster roster, PartialDate incidentStart, DateOnly today)
    {
        if (!Enum.IsDefined(entry.Stage))
        {
            return [SharedErrors.UnknownTerm.On(nameof(entry.Stage))];
        }

        var refusals = CheckDates(path, entry, incidentStart, today).Concat(CheckSubject(path, entry, roster)).Concat(CheckNeeds(path, entry)).ToList();
        if (refusals.Contains(ProceedingErrors.NotAgainstDefender))
        {
            return refusals;
        }

        if (entry.IsMissingReport)
        {
            return [.. refusals, .. CheckMissingReport(path, entry)];
        }

        var standing = path.Counted;
        var place = entry.Corrects is { } wrong ? standing.TakeWhile(s => s.Sequence != wrong).Count() : standing.Count;
        if (entry.Corrects is not null && place == standing.Count)
        {
            return [.. refusals, ProceedingErrors.NothingToCorrect];
        }

        var story = standing.Select(Step.Of).ToList();
        foreach (var accused in Subjects(entry).Take(entry.Corrects is null ? int.MaxValue : 1))
        {
            var step = new Step(int.MaxValue, entry.Stage, entry.On, accused, entry.IsFinal && entry.Stage == Stage.J6, entry.Reopens);
            List<Step> told = [.. story.Take(place), step, .. story.Skip(place + 1)];
            refusals.AddRange(CheckStory(story, told, place));
            (story, place) = (told, place + 1);
        }

        return refusals.Distinct();
    }

    /// <summary>The first entry that could not have been recorded without another, and so has to be mended or withdrawn before it.</summary>
    /// <param name="counted">Entries that stand, in the order of the path.</param>
    /// <param name="sequence">Of the entry that is to go.</param>
    /// <returns>Its sequence; null if none rests on it.</returns>
    public static int? RestingOn(IEnumerable<StageEntry> counted, int sequence)
    {
        var told = counted.Select(Step.Of).ToList();
        var place = told.FindIndex(s => s.Sequence == sequence);
        List<Step> left = [.. told.Take(place), .. told.Skip(place + 1)];

        // What was recorded under earlier rules, and breaks one of today's, rests on nothing.
        return Enumerable.Range(place, left.Count - place).Where(i => !MayStand(left, i) && MayStand(told, i + 1)).Select(i => (int?)left[i].Sequence).FirstOrDefault();
    }

    private static IEnumerable<Refusal> CheckDates(Proceeding path, StageToRecord entry, PartialDate incidentStart, DateOnly today)
    {
        if (entry.On.IsAfter(today))
        {
            yield return PartialDateErrors.InTheFuture.On(nameof(entry.On));
        }

        if (entry.OrderedOn?.IsAfter(today) == true)
        {
            yield return PartialDateErrors.InTheFuture.On(nameof(entry.OrderedOn));
        }
        else if (entry.OrderedOn is { } ordered && entry.On.IsBefore(ordered))
        {
            yield return PartialDateErrors.Reversed.On(nameof(entry.OrderedOn));
        }

        if (path.MustFollow(incidentStart, entry.On))
        {
            yield return ProceedingErrors.BeforeIncident.On(nameof(entry.On));
        }

        if (entry.OrderedOn is { } when && path.MustFollow(incidentStart, when))
        {
            yield return ProceedingErrors.BeforeIncident.On(nameof(entry.OrderedOn));
        }
    }

    private static IEnumerable<Refusal> CheckSubject(Proceeding path, StageToRecord entry, Roster roster)
    {
        var accused = entry.Accused ?? [];
        if (path.IsAgainstDefender)
        {
            if (entry.Stage is Stage.J0 or Stage.J7 or Stage.J8)
            {
                yield return ProceedingErrors.NotAgainstDefender;
            }
            else if (accused.Count > 0)
            {
                yield return ProceedingErrors.AccusedIsTheDefender;
            }

            yield break;
        }

        if (accused.Any(a => roster.All.All(r => r.Sequence != a)))
        {
            yield return SharedErrors.UnknownTerm.On(nameof(entry.Accused));
        }
        else if (entry.Stage == Stage.J7)
        {
            yield return ProceedingErrors.FullJusticeFollows;
        }
        else if (entry.Stage == Stage.J6 && !path.IsCriminal)
        {
            yield return ProceedingErrors.OnlyCriminalConvicts;
        }
        else if (entry.Stage == Stage.J6 && accused.Count == 0)
        {
            yield return ProceedingErrors.ConvictionNeedsAccused;
        }
        else if (entry.Stage is Stage.J0 or Stage.J8 && accused.Count > 0)
        {
            yield return ProceedingErrors.WholePathOnly;
        }
        else if (entry.Corrects is not null && accused.Distinct().Count() > 1)
        {
            yield return ProceedingErrors.CorrectsOneAccused;
        }
    }

    private static IEnumerable<Refusal> CheckNeeds(Proceeding path, StageToRecord entry)
    {
        if (entry.Stage == Stage.J0 && string.IsNullOrEmpty(entry.NotReportedReason))
        {
            yield return ProceedingErrors.NotReportedNeedsReason;
        }

        if (entry.Stage == Stage.J1 && !entry.On.IsKnown && !path.IsAgainstDefender)
        {
            yield return ProceedingErrors.ReportNeedsDate;
        }

        if (entry.Stage == Stage.J8 && entry.OrderedOn is not { IsKnown: true })
        {
            yield return ProceedingErrors.ReparationNeedsOrder;
        }
    }

    private static IEnumerable<Refusal> CheckMissingReport(Proceeding path, StageToRecord entry)
    {
        if (!path.LacksReport || entry.Stage != Stage.J1)
        {
            yield return ProceedingErrors.ReportKnown;
        }
        else if (path.Opening!.On.IsBefore(entry.On))
        {
            yield return ProceedingErrors.ReportAfterOpening;
        }
        else if (path.Counted.Any(s => s.Stage == Stage.J0 && entry.On.IsBefore(s.On)))
        {
            yield return ProceedingErrors.BeforePreviousStage;
        }
    }

    /// <param name="before">The story without the entry; as long as the new one, unless it grew at its end.</param>
    /// <param name="place">Index of the entry that is new in the story.</param>
    private static IEnumerable<Refusal> CheckStory(List<Step> before, List<Step> story, int place)
    {
        var entry = story[place];
        var isCorrection = place < before.Count;

        // What was recorded under earlier rules, and breaks one of today's, stands in nobody's way.
        for (var i = place; i < story.Count; i++)
        {
            if (Presupposes(story, i) is { } refusal && (i == place || Presupposes(before, i) is null))
            {
                yield return refusal;
            }
        }

        if (entry.Stage == Stage.J0 && place > 0)
        {
            yield return ProceedingErrors.AlreadyReported;
        }
        else if (!isCorrection && IsSame(story, place))
        {
            yield return ProceedingErrors.SameStage;
        }
        else if (entry is { Stage: Stage.J1, Accused: null, Reopens: false } && story.Where((s, i) => i != place && s is { Stage: Stage.J1, Accused: null }).Any())
        {
            // Of two reports nobody could say which authority took it.
            yield return ProceedingErrors.ReportKnown.On(nameof(StageToRecord.Stage));
        }
        else if (IsDecided(story, place))
        {
            yield return ProceedingErrors.ConvictionIsFinal;
        }
        else if (Enumerable.Range(place, story.Count - place).Any(i => SilentlyReverses(story, i) && (i == place || !SilentlyReverses(before, i))))
        {
            yield return ProceedingErrors.SilentlyReverses;
        }

        if (entry.Reopens && !Reopened(story, place))
        {
            yield return ProceedingErrors.NothingReopened;
        }

        if (entry.Accused is null ? entry.Stage == Stage.J1 && story.Skip(place + 1).Any(s => s.Accused is not null && s.On.IsBefore(entry.On))
            : story.Take(place).Any(s => s is { Stage: Stage.J1, Accused: null } && entry.On.IsBefore(s.On)))
        {
            yield return ProceedingErrors.AccusedBeforeReport;
        }

        if (story.Take(place).Any(s => s.Accused == entry.Accused && entry.On.IsBefore(s.On))
            || story.Skip(place + 1).Any(s => s.Accused == entry.Accused && s.On.IsBefore(entry.On)))
        {
            yield return ProceedingErrors.BeforePreviousStage;
        }
    }

    /// <summary>Whether an entry of the story could have been recorded where it stands.</summary>
    private static bool MayStand(List<Step> story, int i) =>
        Presupposes(story, i) is null && !IsSame(story, i) && !IsDecided(story, i) && !SilentlyReverses(story, i) && (!story[i].Reopens || Reopened(story, i));

    private static bool IsSame(List<Step> story, int i) => Own(story, i) is { } own && own.Stage == story[i].Stage && !(story[i].IsFinal && !own.IsFinal);

    private static bool IsDecided(List<Step> story, int i) => Own(story, i) is { IsFinal: true } && !story[i].Reopens && story[i].Stage is not (Stage.X4 or Stage.J6);

    /// <summary>What was said last, before an entry, of the one of whom it speaks.</summary>
    private static Step? Own(List<Step> story, int i) => story.Take(i).LastOrDefault(s => s.Accused == story[i].Accused);

    /// <summary>A reversal presupposes its conviction, and so does reparation: neither may be left without by a correction.</summary>
    private static Refusal? Presupposes(List<Step> story, int i)
    {
        var (step, earlier) = (story[i], story.Take(i).ToList());
        if (step.Stage == Stage.X4)
        {
            return step.Accused is null && earlier.Exists(s => s is { Stage: Stage.J6, Accused: not null }) ? ProceedingErrors.ReversalNeedsAccused
                : earlier.Exists(s => s.Stage.IsConviction() && (s.Accused is null || s.Accused == step.Accused)) ? null
                : ProceedingErrors.NothingToReverse;
        }

        var isBare = step.Stage == Stage.J8 && !earlier.Exists(s => s.Stage is Stage.J6 or Stage.J7 && Ladder.StandingOf(earlier, s.Accused ?? 0) is { } stands && stands.Stage.IsConviction());
        return isBare ? ProceedingErrors.ReparationNeedsConviction : null;
    }

    private static bool SilentlyReverses(List<Step> story, int i)
    {
        var (step, earlier) = (story[i], story.Take(i).ToList());
        if (step.Reopens)
        {
            return false;
        }

        if (earlier.FindLast(s => s.Accused == step.Accused) is { } own && own.Stage != step.Stage && GoesBack(own.Stage, step.Stage))
        {
            return true;
        }

        // Somebody is named on a path that was closed as a whole: that opens it again, and is to be said.
        return step.Accused is { } accused && Ladder.StandingOf(earlier, accused) is { Accused: null } whole && whole.Stage.IsExit() && GoesBack(whole.Stage, step.Stage);
    }

    /// <summary>
    /// Something was over, or further on, of which the entry speaks: for those accused that they or the path were, for the path that it or
    /// anybody named on it was. The clock counts from a reopening, so none may be claimed where nothing was reopened.
    /// </summary>
    private static bool Reopened(List<Step> story, int place)
    {
        var (step, earlier) = (story[place], story.Take(place).ToList());
        var own = earlier.FindLast(s => s.Accused == step.Accused);
        var others = step.Accused is { } accused ? [accused] : earlier.Select(s => s.Accused).OfType<int>().Distinct();
        return others.Select(a => Ladder.StandingOf(earlier, a)).Append(own).Any(s => s is not null && (s.Stage.IsExit() || GoesBack(s.Stage, step.Stage)));
    }

    /// <summary>Leaving the ladder, or being shelved, is a step of its own; climbing may skip rungs; anything else goes back.</summary>
    private static bool GoesBack(Stage from, Stage to) =>
        from.IsExit() ? !(from == Stage.X3 && to == Stage.X4) : !to.IsExit() && to != Stage.J2s && to < from;

    private sealed record Step(int Sequence, Stage Stage, PartialDate On, int? Accused, bool IsFinal, bool Reopens) : IStageRecord
    {
        public int? Corrects => null;

        public bool IsWithdrawal => false;

        public DateOnly? Earliest => On.Earliest;

        public static Step Of(StageEntry entry) => new(entry.Sequence, entry.Stage, entry.On, entry.Accused, entry.IsFinal, entry.Reopens);
    }
}
