using System.Globalization;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Application.Accountability;

/// <summary>An intervention as typed.</summary>
/// <param name="DueOn">As a date box sends it; empty for the day that follows from the type.</param>
public sealed record InterventionInput(string? Type, string? Addressee, DateInput SentOn, string? Summary, string? DueOn, string? DueReason)
{
    /// <summary>What could not be read; empty if all of it could.</summary>
    internal List<Refusal> Unreadable =>
        [.. SentOn.ToDate(nameof(SentOn)).Refusals, .. string.IsNullOrWhiteSpace(DueOn) || DayOf(DueOn) is not null ? Array.Empty<Refusal>() : [PartialDateErrors.NoSuchDate.On(nameof(DueOn))]];

    /// <summary>With what cannot be read left out, so that one answer names everything that is wrong. Stored only if all of it could be read.</summary>
    internal InterventionToRecord Readable()
    {
        var sent = SentOn.ToDate(nameof(SentOn));
        return new(Type, Addressee, sent.IsSuccess ? sent.Value : PartialDate.Unknown, Summary, DayOf(DueOn), DueReason);
    }

    /// <summary>Null for nothing, and for what is no day.</summary>
    internal static DateOnly? DayOf(string? typed) => DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>A reply as typed.</summary>
/// <param name="Code">Code of the list <c>reply-codes</c>; not asked of an acknowledgement.</param>
/// <param name="Corrects">Sequence of the entry that this one replaces.</param>
public sealed record ReplyInput(DateInput ReceivedOn, bool IsAcknowledgement, string? Code, string? Substance, string? Grade, string? GradeReason, int? Corrects = null)
{
    internal ReplyToRecord Readable()
    {
        var received = ReceivedOn.ToDate(nameof(ReceivedOn));
        return new(received.IsSuccess ? received.Value : PartialDate.Unknown, IsAcknowledgement, Code, Substance, Corrects, Grade, GradeReason);
    }
}
