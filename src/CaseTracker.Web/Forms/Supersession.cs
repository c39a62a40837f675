using System.Globalization;

namespace CaseTracker.Web.Forms;

/// <summary>
/// An entry that a form set out to correct, and that somebody else corrected meanwhile. The form then corrects what stands in its
/// place: offered no longer, the choice would fall back to "it is new", and one thing would be recorded twice.
/// </summary>
/// <param name="Wrong">Sequence of the entry as chosen.</param>
/// <param name="Standing">Sequence of the one that stands in its place.</param>
public sealed record Supersession(int Wrong, int Standing)
{
    public string Corrects => Standing.ToString(CultureInfo.InvariantCulture);

    /// <param name="corrects">As chosen in the form.</param>
    /// <param name="entries">Each entry with the one that corrects it.</param>
    /// <returns>Null where nothing was chosen, or what was chosen still stands.</returns>
    public static Supersession? Of(string? corrects, IEnumerable<(int Sequence, int? CorrectedBy)> entries)
    {
        var correctedBy = entries.ToDictionary(e => e.Sequence, e => e.CorrectedBy);
        if (!int.TryParse(corrects, NumberStyles.None, CultureInfo.InvariantCulture, out var wrong) || correctedBy.GetValueOrDefault(wrong) is not { } standing)
        {
            return null;
        }

        while (correctedBy.GetValueOrDefault(standing) is { } next && next > standing)
        {
            standing = next;
        }

        return new Supersession(wrong, standing);
    }
}
