using System.Globalization;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Application.Accountability;

/// <summary>The details as typed.</summary>
/// <param name="Authority">Code of the authority.</param>
/// <param name="NextHearing">A day as a date box sends it, such as <c>2026-03-05</c>.</param>
public sealed record ProceedingInput(string? Authority, string? Unit, string? FileNumber, string? Counsel, string? NextHearing)
{
    internal Result<DateOnly?> Hearing() =>
        string.IsNullOrWhiteSpace(NextHearing) ? (DateOnly?)null
        : DateOnly.TryParseExact(NextHearing, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : PartialDateErrors.NoSuchDate.On(nameof(NextHearing));
}
