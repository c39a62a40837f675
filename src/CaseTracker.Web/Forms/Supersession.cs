using System.Globalization;

namespace CaseTracker.Web.Forms;

/// <summary>
/// An entry that a form set out to correct, and that somebody else corrected or withdrew meanwhile. The form then corrects what stands in its
/// place: offered no longer, the choice would fall back to "it is new", and one thing would be recorded twice. Where nothing stands in its
/// place it would be recorded anew, which has to be said.
/// </summary>
/// <param name="Wrong">Sequence of the entry as chosen.</param>
/// <param name="Standing">Sequence of the one that stands in its place; null if it was withdrawn.</param>
public sealed record Supersession(int Wrong, int? Standing)
{
    public string Corrects => Standing?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <param name="corrects">As chosen in the form.</param>
    /// <param name="entries">Each entry with the one that corrects it, or takes it back.</param>
    /// <returns>Null where nothing was chosen, or what was chosen still stands.</returns>
    public static Supersession? Of(string? corrects, IEnumerable<(int Sequence, int? CorrectedBy, int? WithdrawnBy)> entries)
    {
        var told = entries.ToDictionary(e => e.Sequence);
        if (!int.TryParse(corrects, NumberStyles.None, CultureInfo.InvariantCulture, out var wrong) || told.GetValueOrDefault(wrong) is { CorrectedBy: null, WithdrawnBy: null })
        {
            return null;
        }

        var standing = wrong;
        while (told.GetValueOrDefault(standing).CorrectedBy is { } next && next > standing)
        {
            standing = next;
        }

        return new Supersession(wrong, told.GetValueOrDefault(standing).WithdrawnBy is null ? standing : null);
    }
}
