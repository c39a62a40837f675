using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;
using FsCheck;
using FsCheck.Fluent;

namespace CaseTracker.Domain.UnitTests.Accountability;

/// <summary>
/// Random lives of an incident: stages of paths and of the accused, corrections, withdrawals, reopenings, perpetrators who become known
/// later, findings about orders, investigative acts and edits. Refused steps are part of a life: they must leave no trace.
/// </summary>
internal static class Lives
{
    /// <summary>Time passes between entries, or nothing could tell the day of a correction from that of what it corrects.</summary>
    public const int DaysBetween = 40;

    public static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(60);

    public static Arbitrary<List<Step>> Any => (
        from steps in (
            from what in Gen.Elements(What.Stage, What.Stage, What.Stage, What.Convict, What.Convict, What.Act, What.Describe, What.Perpetrator, What.Orders, What.Withdraw)
            from path in Gen.Choose(0, 2)
            from stage in Gen.Elements(StageRules.InOrder.ToArray())
            from month in Gen.Choose(3, 12)
            from corrects in Gen.Choose(0, 16)
            from flag in Gen.Elements(true, false)
            from precision in Gen.Elements(Dated.Month, Dated.Month, Dated.Year, Dated.Unknown)
            from typo in Gen.Elements(true, false)
            from accused in Gen.Choose(0, 3)
            select new Step(what, path, stage, month, corrects > 6 ? null : corrects, flag, accused, precision, typo)).ListOf()
        select steps.ToList()).ToArbitrary();

    public static Incident Lived(List<Step> steps)
    {
        var incident = new IncidentBuilder().Answering().Build();
        steps.ForEach(step => Take(incident, step));
        return incident;
    }

    /// <param name="later">Days that have passed since the life began.</param>
    public static void Take(Incident incident, Step step, int later = 0)
    {
        var path = step.Path < incident.Proceedings.Count ? incident.Proceedings[step.Path] : null;
        var on = step.Precision switch
        {
            Dated.Month => Some.On(2016, step.Month),
            Dated.Year => Some.On(Some.Today.AddDays(later).Year),
            _ => PartialDate.Unknown,
        };
        switch (step.What)
        {
            case What.Perpetrator when step.Month == 12:
                incident.AddInvolvement(new("010104", step.Flag ? "0102" : "0101", null, null), TestTerms.Instance, Some.Stamp);
                break;
            case What.Orders:
                incident.FindOrders(step.Flag, "Told by two witnesses", Some.Stamp);
                break;
            case What.Describe when path is not null:
                incident.DescribeProceeding(path.Id, new(Some.Office, $"FED/{step.Month}", step.Flag ? "Counsel" : null, Some.Today.AddDays(step.Month)), Some.Today, Some.Stamp);
                break;
            case What.Act when path is not null:
                var act = path.InvestigativeActs.FirstOrDefault(a => a.Sequence == step.Corrects);
                incident.Investigate(path.Id, step.IsTypo && act is not null ? act.On : on, step.Corrects, later);
                break;
            case What.Withdraw when path is not null && step.IsTypo:
                incident.WithdrawInvestigativeAct(path.Id, step.Corrects ?? step.Month, "Of another file", Some.StampAfter(later));
                break;
            case What.Withdraw when path is not null:
                incident.WithdrawStage(path.Id, step.Corrects ?? step.Month, "Of another file", Some.StampAfter(later));
                break;
            case What.Convict when path is not null:
                incident.Record(path.Id, Stage.J6.At(2016, step.Month).Of(step.Accused > 2 ? [1, 2] : [Math.Max(step.Accused, 1)]) with { IsFinal = step.Month > 4, Reopens = step.Flag && step.Month % 2 == 0 }, later);
                break;
            case What.Stage:
                if (step.IsTypo && path?.Stages.FirstOrDefault(s => s.Sequence == step.Corrects) is { } wrong)
                {
                    var mended = wrong.Stage.On(wrong.On) with { Accused = wrong.Accused is { } one ? [one] : null, IsFinal = wrong.IsFinal, Reopens = wrong.Reopens, OrderedOn = wrong.OrderedOn };
                    incident.Record(path.Id, mended.Correcting(wrong.Sequence), later);
                    break;
                }

                var entry = step.Stage.On(on) with { Reopens = step.Flag, Accused = step.Accused is 0 or 3 ? null : [step.Accused] };
                if (path is null)
                {
                    incident.Open(entry, step.Path == 2 ? "CT-PRC-CRMZ" : "CT-PRC-CRIM", later: later);
                }
                else
                {
                    incident.Record(path.Id, entry with { Corrects = step.Corrects }, later);
                }

                break;
        }
    }

    internal enum What
    {
        Stage,
        Convict,
        Act,
        Describe,
        Perpetrator,
        Orders,
        Withdraw,
    }

    internal sealed record Step(What What, int Path, Stage Stage, int Month, int? Corrects, bool Flag, int Accused, Dated Precision, bool IsTypo);

    internal enum Dated
    {
        Month,
        Year,
        Unknown,
    }
}
