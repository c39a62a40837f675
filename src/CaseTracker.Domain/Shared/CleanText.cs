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

        var text = raw.Trim();
        if (lines)
        {
            // Word processors paste a vertical tab where a reader sees a new line.
            text = text.ReplaceLineEndings("\n").Replace('\v', '\n');
        }
        else if (text.AsSpan().IndexOfAny("\r\n\u2028\u2029\u0085\v\f") >= 0)
        {
            return SharedErrors.NotOneLine.On(field);
        }

        if (!IsUsable(text))
        {
            return SharedErrors.UnusableCharacters.On(field);
        }

        text = text.Normalize(NormalizationForm.FormC).Trim();
        if (!text.EnumerateRunes().Any(IsVisible))
        {
            return required ? SharedErrors.Required.On(field) : (Result<string?>)(string?)null;
        }

        return text.Length > limit ? SharedErrors.TooLong.On(field).With(limit) : text;
    }

    private static bool IsUsable(string text)
    {
        var marks = 0;
        for (var i = 0; i < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            i += length;

            // Overrides reorder what the reader sees; isolates and joiners are needed by real scripts and stay.
            if ((Rune.IsControl(rune) && rune.Value is not ('\n' or '\t')) || rune.Value is 0x202D or 0x202E || IsNoncharacter(rune))
            {
                return false;
            }

            marks = Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => marks + 1,

                // A joiner between two marks does not end the pile.
                UnicodeCategory.Format => marks,
                _ => 0,
            };
            if (marks > MarksOnOneLetter)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Code points that Unicode promises never to use; normalization refuses some of them.</summary>
    internal static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    /// <summary>The Hangul fillers and the blank Braille cell are letters and symbols to Unicode, and nothing to a reader.</summary>
    private static bool IsVisible(Rune rune) =>
        rune.Value is not (0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);
}
