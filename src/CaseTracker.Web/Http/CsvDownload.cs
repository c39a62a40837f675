using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace CaseTracker.Web.Http;

/// <summary>A table for a spreadsheet, sent row by row: UTF-8 with a mark, every cell quoted, and none that a spreadsheet would run.</summary>
/// <param name="name">Of the file, without its ending.</param>
/// <param name="head">The columns' names.</param>
/// <param name="rows">As many cells each.</param>
public sealed class CsvDownload(string name, IReadOnlyList<string> head, IAsyncEnumerable<IReadOnlyList<string?>> rows) : IActionResult
{
    private const int FlushAt = 16 * 1024;

    private static readonly SearchValues<char> Starters = SearchValues.Create("=+-@%|\t\r\n\0＝＋－＠％｜");

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{name}.csv" }.ToString();
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), FlushAt, leaveOpen: true);
        await WriteAsync(writer, head);
        await foreach (var row in rows.WithCancellation(context.HttpContext.RequestAborted))
        {
            await WriteAsync(writer, row);
        }
    }

    /// <summary>
    /// The text between quotes. A text that begins like a formula, at once or behind what nobody sees, gets an apostrophe in
    /// front, which makes it a text everywhere.
    /// </summary>
    public static string Cell(string? text)
    {
        text ??= "";
        var visible = text.AsSpan();
        while (!visible.IsEmpty && IsUnseen(visible[0]))
        {
            visible = visible[1..];
        }

        var runs = !visible.IsEmpty && Starters.Contains(visible[0]) || !text.AsSpan().IsEmpty && Starters.Contains(text[0]);
        return $"\"{(runs ? "'" : "")}{text.Replace("\0", "", StringComparison.Ordinal).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static bool IsUnseen(char c) =>
        !Starters.Contains(c) && (char.IsWhiteSpace(c) || char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark);

    private static Task WriteAsync(StreamWriter writer, IReadOnlyList<string?> cells) => writer.WriteAsync(string.Join(',', cells.Select(Cell)) + "\r\n");
}
