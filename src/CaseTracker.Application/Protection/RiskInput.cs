using System.Globalization;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Application.Protection;

/// <summary>A judgement as typed; days as a date box sends them.</summary>
/// <param name="Band">Code of the list <c>risk-bands</c>.</param>
public sealed record RiskInput(string? Method, string? Band, IReadOnlyList<string> Factors, string? Reasoning, string? AssessedOn, string? ValidUntil)
{
    internal IEnumerable<Refusal> Unreadable()
    {
        if (!string.IsNullOrWhiteSpace(Band) && RiskBands.Read(Band) is null)
        {
            yield return SharedErrors.UnknownTerm.On(nameof(Band));
        }

        foreach (var (day, field) in new[] { (AssessedOn, nameof(AssessedOn)), (ValidUntil, nameof(ValidUntil)) })
        {
            if (!string.IsNullOrWhiteSpace(day) && Day(day) is null)
            {
                yield return PartialDateErrors.NoSuchDate.On(field);
            }
        }
    }

    internal RiskToAssess Readable(PersonId? person) => new(person, Method, RiskBands.Read(Band), Factors, Reasoning, Day(AssessedOn), Day(ValidUntil));

    private static DateOnly? Day(string? typed) => DateOnly.TryParseExact(typed?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
