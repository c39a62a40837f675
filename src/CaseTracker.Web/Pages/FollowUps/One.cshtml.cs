using CaseTracker.Application.Access;
using CaseTracker.Application.FollowUps;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using CaseTracker.Web.Localization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.FollowUps;

/// <summary>One follow-up; also where the lists send their forms, so that a refused one is shown with what was typed.</summary>
[Permit(Permission.SeeFollowUps)]
public sealed class OneModel(IMediator mediator, DateText dates) : PageModel
{
    [BindProperty]
    public FollowUpForm Form { get; set; } = new();

    [BindProperty(Name = "returnTo")]
    public string? ReturnTo { get; set; }

    public FollowUpView FollowUp { get; private set; } = null!;

    public bool IsNewer { get; private set; }

    public IReadOnlyList<Colleague> Assignees { get; private set; } = [];

    private FollowUpId Id => Guid.TryParseExact(RouteData.Values["id"] as string, "N", out var id) ? FollowUpId.From(id) : default;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync(cancellationToken) ?? this.Unreadable();
        }

        var (done, flash, argument) = Form.Do switch
        {
            "postpone" => (await PostponeAsync(cancellationToken), "Flash.FollowUpPostponed", dates.Of(Form.Day)),
            "reassign" => (await mediator.Send(new ReassignFollowUp(Id, Form.Version, Form.ToAssignee()), cancellationToken), "Flash.FollowUpReassigned", ""),
            _ => (await mediator.Send(new CompleteFollowUp(Id, Form.Version, Form.Do, Form.Note), cancellationToken), "Flash.FollowUpClosed", ""),
        };
        return done.IsSuccess
            ? this.RedirectWithFlash(Landing.LocalOr(ReturnTo, "~/follow-ups"), flash, argument)
            : await ShowAgainAsync(done.Refusals, cancellationToken);
    }

    /// <summary>Somebody else was faster: what is stored now stands beside what was typed, and sending it again knowingly replaces it.</summary>
    private async Task<IActionResult> ShowAgainAsync(IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        IsNewer = refusals.Any(r => r.Kind == RefusalKind.Conflict);
        return this.Refused(refusals);
    }

    private async Task<Result> PostponeAsync(CancellationToken cancellationToken) => Form.Day is null && !string.IsNullOrWhiteSpace(Form.Until)
        ? PartialDateErrors.NoSuchDate.On(nameof(Form.Until))
        : await mediator.Send(new PostponeFollowUp(Id, Form.Version, Form.Day, Form.Reason), cancellationToken);

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new GetFollowUp(Id), cancellationToken);
        if (!found.IsSuccess)
        {
            return this.Refused(found.Refusals);
        }

        FollowUp = found.Value;
        Assignees = (await mediator.Send(new ListAssignees(FollowUp.Number), cancellationToken)).TryGet(out var people) ? people : [];
        return null;
    }
}
