using System.Globalization;
using System.Text;
using QRCoder;

namespace CaseTracker.Web.Marks;

/// <summary>A QR code as an image that is part of the page: nothing is asked of anybody, and nothing is kept.</summary>
public static class QrDrawing
{
    /// <returns>Address with the drawing in it, for an <c>img</c>; black on white in every theme, as telephones need it.</returns>
    public static string Of(string text)
    {
        using var maker = new QRCodeGenerator();
        using var data = maker.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                if (rows[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        var drawing = $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {rows.Count} {rows.Count}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{rows.Count}v{rows.Count}H0z"/><path d="{path}"/></svg>""";
        return "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(drawing));
    }
}
