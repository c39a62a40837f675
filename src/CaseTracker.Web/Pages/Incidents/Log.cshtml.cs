using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Time;
using CaseTracker.Web.Http;
using CaseTracker.Web.Localization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.LogIncident)]
[AnswersPart("Duplicates")]
public sealed class LogModel(IMediator mediator, Calendar calendar, ILabels labels, DateText dates, IStringLocalizer<SharedText> shared) : PageModel
{
    [BindProperty]
    public LogIncidentForm Form { get; set; } = new();

    public LoggingScreen Screen { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? draft, CancellationToken cancellationToken)
    {
        // What is no key is the key of no draft.
        var kept = draft is null ? null : await mediator.Send(new GetDraft(Guid.TryParse(draft, out var key) ? key : Guid.Empty), cancellationToken);
        Form = kept is { IsSuccess: true } ? LogIncidentForm.FromDraft(kept.Value) : LogIncidentForm.New(calendar.Now);
        return kept is { IsSuccess: false } ? NotFound() : await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "do")] string? what, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Form.Key = Form.KeyOrNew(calendar.Now).ToString();
        return what is null or "log" ? await LogAsync(cancellationToken) : await KeepAsync(what, cancellationToken);
    }

    /// <summary>Language or colours were chosen while writing: a draft keeps it all.</summary>
    public Task<IActionResult> OnPostAgainAsync(CancellationToken cancellationToken) => OnPostAsync("keep", cancellationToken);

    public async Task<IActionResult> OnPostAutosaveAsync(CancellationToken cancellationToken)
    {
        var saved = await mediator.Send(new SaveDraft(Form.KeyOrNew(calendar.Now), Form.ToDraft()), cancellationToken);
        return saved.IsSuccess ? Content(shared["Form.DraftSaved", dates.Time(saved.Value, calendar.Zone)]) : StatusCode(Refusals.StatusOf(saved.Refusals));
    }

    public async Task<IActionResult> OnPostDuplicatesAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        await ShowAsync(cancellationToken);
        return Partial("_PossibleDuplicates", this);
    }

    private async Task<IActionResult> LogAsync(CancellationToken cancellationToken)
    {
        Form.Tidied();
        await ShowAsync(cancellationToken);
        var doubted = Screen.Duplicates.MayBeOnRecord && !Form.DuplicatesSeen;
        var logged = await mediator.Send(Form.ToCommand(calendar.Now, Form.TitleFrom(labels)) with { IsDoubted = doubted }, cancellationToken);
        return logged.IsSuccess ? this.RedirectWithFlash($"~/incidents/{logged.Value}", "Flash.IncidentLogged", logged.Value) : this.Refused(Form.Answered(logged.Refusals, calendar.Now));
    }

    private async Task<IActionResult> KeepAsync(string what, CancellationToken cancellationToken)
    {
        var lookAt = Form.Ready().Rearrange(what);
        var saved = await mediator.Send(new SaveDraft(Guid.Parse(Form.Key!), Form.ToDraft()), cancellationToken);
        await ShowAsync(cancellationToken);
        return !saved.IsSuccess ? this.Refused(saved.Refusals)
            : what == "save" ? this.RedirectWithFlash($"~/incidents/log?draft={Form.Key}", "Form.DraftSaved", dates.Time(saved.Value, calendar.Zone))
            : LocalRedirect($"~/incidents/log?draft={Form.Key}#{lookAt}");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var key = Form.Ready().KeyOrNew(calendar.Now);
        Screen = (await mediator.Send(new PrepareLogging(key, Form.ToDuplicateQuestion(key)), cancellationToken)).Value;
        return Page();
    }
}
