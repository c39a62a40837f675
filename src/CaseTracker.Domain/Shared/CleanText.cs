using System.Globalization;
using System.Text;

namespace CaseTracker.Domain.Shared;

/// <summary>
/// What people type, made safe to store, compare and show: NFC, trimmed, without invisible controls.
/// Nothing is silently removed that changes the meaning; what cannot be kept is refused with a reason.
/// </summary>
public static class CleanText
{
    /// <summary>More marks than this on one letter is an attack on the reader's screen, not a language.</summary>
    private const int MarksOnOneLetter = 6;

    /// <summary>One line of text. Null or blank gives null unless <paramref name="required"/>.</summary>
    public static Result<string?> Line(string? raw, int limit, string field, bool required = false) => Clean(raw, limit, field, required, lines: false);

    /// <summary>Text of several lines; line ends become a single line feed.</summary>
    public static Result<string?> Lines(string? raw, int limit, string field, bool required = false) => Clean(raw, limit, field, required, lines: true);

    private static Result<string?> Clean(string? raw, int limit, string field, bool required, bool lines)
    {
        if (raw is null || raw.AsSpan().Trim().IsEmpty)
        {
            return required ? SharedErrors.Required.On(field) : (Result<string?>)(string?)null;
        }

        // Before anything that costs more than reading it once.
        if (raw.Length > (limit * 2) + 1000)
        {
            return SharedErrors.TooLong.On(field).With(limit);
        }

        var text = lines ? raw.Replace("\r\n", "\n").Replace('\r', '\n').Replace('\u2028', '\n').Replace('\u2029', '\n') : raw;
        if (!lines && text.AsSpan().Trim().IndexOfAny("\r\n\u2028\u2029\u0085\v\f") >= 0)
        {
            return SharedErrors.NotOneLine.On(field);
        }

        if (!IsUsable(text))
        {
            return SharedErrors.UnusableCharacters.On(field);
        }

        text = text.Normalize(NormalizationForm.FormC).Trim();
        if (text.All(c => char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.SpaceSeparator))
        {
            return required ? SharedErrors.Required.On(field) : (Result<string?>)(string?)null;
        }

        return text.Length > limit ? SharedErrors.TooLong.On(field).With(limit) : text;
    }

    private static bool IsUsable(string text)
    {
        var marks = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsSurrogate(c))
            {
                if (!char.IsHighSurrogate(c) || i + 1 >= text.Length || !char.IsLowSurrogate(text[i + 1]))
                {
                    return false;
                }

                i++;
                continue;
            }

            // Overrides reorder what the reader sees; isolates and joiners are needed by real scripts and stay.
            if ((char.IsControl(c) && c is not ('\n' or '\t')) || c is '\u202D' or '\u202E' or '\uFFFE' or '\uFFFF')
            {
                return false;
            }

            marks = char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks > MarksOnOneLetter)
            {
                return false;
            }
        }

        return true;
    }
}
