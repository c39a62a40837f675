using System.Globalization;
using System.Text;
using CaseTracker.Domain.Accountability;

namespace CaseTracker.Web.Marks;

/// <summary>
/// The ladder lying on its side: two rails and nine rungs, read from left (J0) to right (J8). Rungs up to the highest path
/// are thick, the rest thin. A triangle above marks the highest path, one below the lowest. A path that left the ladder
/// is a cross before the first rung, for it is not known here how far it had come.
/// </summary>
internal static class LadderDrawing
{
    private const int Rungs = 9;
    private const int First = 20;
    private const int Step = 9;
    private const int Exit = 6;
    private const int Rails = 13;

    /// <param name="aligned">Keeps the room of the cross, so that the rungs of one ladder stand below those of another.</param>
    public static string Svg(Stage? highest, Stage? lowest, bool aligned)
    {
        var left = aligned || highest?.IsExit() == true || lowest?.IsExit() == true ? 0 : Rails;
        var svg = new StringBuilder().Append(CultureInfo.InvariantCulture, $"""<svg class="mark-picture" viewBox="{left} 0 {100 - left} 28" aria-hidden="true" focusable="false">""");
        var reached = highest?.Rung() ?? -1;
        svg.Append(highest is null ? """<path class="rail rail-none" d="M14 9h84M14 19h84"/>""" : """<path class="rail" d="M14 9h84M14 19h84"/>""");
        AppendRungs(svg, "rung", reached + 1, Rungs);
        AppendRungs(svg, "rung rung-on", 0, highest == Stage.J2s ? reached : reached + 1);
        if (highest == Stage.J2s)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<path class="rung rung-on" d="M{X(2)} 14.5v6"/>""");
        }

        if (highest?.IsExit() == true || lowest?.IsExit() == true)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<path class="exit" d="M{Exit - 3} 11l6 6m0-6l-6 6"/>""");
        }

        if (highest is { } best && lowest is { } worst && best != worst)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<path class="pin" d="M{X(best) - 4} 1h8l-4 5z"/><path class="pin" d="M{X(worst) - 4} 27h8l-4-5z"/>""");
        }

        return svg.Append("</svg>").ToString();
    }

    private static void AppendRungs(StringBuilder svg, string cssClass, int from, int to)
    {
        if (from >= to)
        {
            return;
        }

        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{cssClass}\" d=\"");
        for (var rung = from; rung < to; rung++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"M{X(rung)} 7.5v13");
        }

        svg.Append("\"/>");
    }

    private static int X(int rung) => First + (rung * Step);

    private static int X(Stage stage) => stage.Rung() is { } rung ? X(rung) : Exit;
}
