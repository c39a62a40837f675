using System.Globalization;
using CaseTracker.Application.Access;
using CaseTracker.Application.FollowUps;
using CaseTracker.Domain.Access;
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

    [BindProperty(Name = "assignee")]
    public string? Assignee { get; set; }

    public FollowUpView FollowUp { get; private set; } = null!;

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
            "postpone" => (await PostponeAsync(cancellationToken), "Flash.FollowUpPostponed", DateOnly.TryParse(Form.Until, CultureInfo.InvariantCulture, out var until) ? dates.Of(until) : ""),
            "reassign" => (await mediator.Send(new ReassignFollowUp(Id, Form.Version, Read(Assignee)), cancellationToken), "Flash.FollowUpReassigned", ""),
            _ => (await mediator.Send(new CompleteFollowUp(Id, Form.Version, Form.Do, Form.Note), cancellationToken), "Flash.FollowUpClosed", ""),
        };
        return done.IsSuccess
            ? this.RedirectWithFlash(Landing.LocalOr(ReturnTo, "~/follow-ups"), flash, argument)
            : await LoadAsync(cancellationToken) ?? this.Refused(done.Refusals);
    }

    private async Task<Result> PostponeAsync(CancellationToken cancellationToken)
    {
        DateOnly? until = DateOnly.TryParseExact(Form.Until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        return until is null && !string.IsNullOrWhiteSpace(Form.Until)
            ? PartialDateErrors.NoSuchDate.On(nameof(Form.Until))
            : await mediator.Send(new PostponeFollowUp(Id, Form.Version, until, Form.Reason), cancellationToken);
    }

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

    private static MemberId Read(string? id) => Guid.TryParseExact(id, "N", out var member) ? MemberId.From(member) : default;
}
