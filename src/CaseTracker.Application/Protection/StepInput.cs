using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Application.Protection;

/// <summary>A step of a measure as typed.</summary>
/// <param name="Stage">Code of the list <c>measure-stages</c>.</param>
/// <param name="Corrects">Sequence of the entry that this one replaces.</param>
public sealed record StepInput(string? Stage, DateInput On, string? Note, int? Corrects = null, bool Reopens = false)
{
    /// <summary>What could not be read, and what the record says of the rest; never a rule about a box that could not be read.</summary>
    internal IEnumerable<Refusal> Together(IEnumerable<Refusal> ruled)
    {
        var unreadable = On.ToDate(nameof(On)).Refusals.ToList();
        if (!string.IsNullOrWhiteSpace(Stage) && MeasureStages.Read(Stage) is null)
        {
            unreadable.Add(SharedErrors.UnknownTerm.On(nameof(Stage)));
        }

        return unreadable.Concat(ruled.Where(r => unreadable.All(u => u.Field != r.Field)));
    }

    /// <summary>The step with what cannot be read left out. Stored only if all of it could be read.</summary>
    internal StepToRecord Readable() => new(MeasureStages.Read(Stage), On.ToDate(nameof(On)) is { IsSuccess: true } on ? on.Value : PartialDate.Unknown, Note, Corrects, Reopens);
}
