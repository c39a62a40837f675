using System.Globalization;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Application.Accountability;

/// <summary>The details as typed.</summary>
/// <param name="Authority">Code of the authority.</param>
/// <param name="NextHearing">A day as a date box sends it, such as <c>2026-03-05</c>.</param>
/// <param name="Change">Name of an <see cref="AuthorityChange"/>; empty where the authority is the same.</param>
/// <param name="Since">Since when the file lies there.</param>
/// <param name="Against">Of a path against the defender: sequences of the victims against whom it runs; null leaves them as they are.</param>
public sealed record ProceedingInput(
    string? Authority, string? Unit, string? FileNumber, string? Counsel, string? NextHearing, string? Change = null, DateInput? Since = null, IReadOnlyList<int>? Against = null)
{
    /// <returns>Null where nothing is said to have changed.</returns>
    internal Result<MoveToRecord?> Move()
    {
        var since = (Since ?? new DateInput(null, null, null)).ToDate(nameof(Since));
        List<Refusal> refusals = [.. since.Refusals];
        if (string.IsNullOrEmpty(Change))
        {
            // A day that was typed is not dropped in silence.
            return refusals.Count > 0 ? refusals : since.Value.IsKnown ? ProceedingErrors.AuthorityChangeUnexplained : (MoveToRecord?)null;
        }

        if (!Enum.TryParse<AuthorityChange>(Change, out var change) || Change != change.ToString() || !Enum.IsDefined(change))
        {
            refusals.Add(SharedErrors.UnknownTerm.On(nameof(Change)));
        }

        return refusals.Count > 0 ? refusals : new MoveToRecord(change, since.Value);
    }

    internal Result<DateOnly?> Hearing() =>
        string.IsNullOrWhiteSpace(NextHearing) ? (DateOnly?)null
        : DateOnly.TryParseExact(NextHearing, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : PartialDateErrors.NoSuchDate.On(nameof(NextHearing));
}
