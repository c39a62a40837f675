namespace CaseTracker.Domain.Shared;

public enum RefusalKind
{
    /// <summary>What was asked breaks a rule; the reader can mend it (HTTP 422).</summary>
    Invalid,

    /// <summary>The record does not exist, or must look as if it did not (HTTP 404).</summary>
    NotFound,

    /// <summary>The operation is not this reader's to do (HTTP 403).</summary>
    Forbidden,

    /// <summary>Somebody else changed the record first (HTTP 409).</summary>
    Conflict,

    /// <summary>What it concerns was erased for good; there is nothing to mend (HTTP 410).</summary>
    Gone,
}

/// <summary>A named reason why something was not done. The host translates <see cref="Code"/> once, in the reader's language.</summary>
/// <param name="Code">Stable name such as <c>incident.date_in_future</c>; also the key of its translation.</param>
/// <param name="Field">Property of the command it concerns, e.g. <c>Title</c> or <c>Victims[1].Name</c>; null when it concerns the whole.</param>
/// <param name="Arguments">Numbers or dates for the sentence's placeholders. Never anything that a person typed.</param>
public sealed record Refusal(string Code, RefusalKind Kind = RefusalKind.Invalid, string? Field = null, IReadOnlyList<object>? Arguments = null)
{
    public Refusal On(string field) => this with { Field = field };

    public Refusal With(params object[] arguments) => this with { Arguments = arguments };
}

public static class SharedErrors
{
    public static readonly Refusal NotFound = new("shared.not_found", RefusalKind.NotFound);
    public static readonly Refusal Forbidden = new("shared.forbidden", RefusalKind.Forbidden);
    public static readonly Refusal StaleVersion = new("shared.stale_version", RefusalKind.Conflict);

    /// <summary>The key that a form was made with is taken; by what is not said.</summary>
    public static readonly Refusal FormUsed = new("shared.form_used", RefusalKind.Conflict);
    public static readonly Refusal Required = new("shared.required");
    public static readonly Refusal TooLong = new("shared.too_long");
    public static readonly Refusal NotOneLine = new("shared.not_one_line");
    public static readonly Refusal UnusableCharacters = new("shared.unusable_characters");
    public static readonly Refusal UnknownTerm = new("shared.unknown_term");
    public static readonly Refusal NotANumber = new("shared.not_a_number");
    public static readonly Refusal TooMany = new("shared.too_many");
}
