using System.Globalization;
using CaseTracker.Application.Access;
using CaseTracker.Application.Audit;
using CaseTracker.Web.Http;
using CaseTracker.Web.Localization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Pages.Audit;

/// <summary>What the list with the same filters shows on all its pages, as a table for a spreadsheet.</summary>
[Permit(Permission.SeeAudit)]
[StepUp]
[Pace(Pace.Exports)]
public sealed class ExportModel(IMediator mediator, IStringLocalizer<AuditText> text, TrailWords words) : PageModel
{
    private static readonly IReadOnlyCollection<string> Names = ListQuery.NamesOf<TrailFilter>();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var query = new ListQuery(Request, Names);
        if (query.Refusals.Count > 0)
        {
            return this.Refused(query.Refusals, prefix: "");
        }

        var found = await mediator.Send(new ExportTrail(query.Fill(new TrailFilter())), cancellationToken);
        if (!found.TryGet(out var export))
        {
            return this.Refused(found.Refusals, prefix: "");
        }

        string[] head =
        [
            text["Line"], text["Export.At"], text["Who"], text["What"], text["Export.Action"], text["Details"], text["Export.Detail"], text["Record"], text["Outcome"],
        ];
        return new CsvDownload(text["Export.File"], head, export.Lines.Select(Cells));
    }

    private IReadOnlyList<string?> Cells(TrailListing line) =>
    [
        line.Sequence.ToString(CultureInfo.InvariantCulture),
        line.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        line.Actor ?? text["Nobody"],
        words.Line(line.Action, line.Outcome, detail: null),
        line.Action,
        words.Detail(line.Detail),
        line.Detail,
        line.SubjectName ?? line.Subject,
        words.Outcome(line.Outcome),
    ];
}
