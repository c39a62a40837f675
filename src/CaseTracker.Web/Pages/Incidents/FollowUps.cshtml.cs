using System.Globalization;
using CaseTracker.Application.Access;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Paging;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.SeeFollowUps)]
public sealed class FollowUpsModel(IMediator mediator, CurrentActor current, Application.Time.Calendar calendar) : IncidentPageModel(mediator)
{
    [BindProperty]
    public ScheduleForm Form { get; set; } = new();

    public Page<FollowUpListing> Open { get; private set; } = null!;

    public Page<FollowUpListing> Done { get; private set; } = null!;

    public IReadOnlyList<Colleague> Assignees { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] string? at, [FromQuery] string? done, CancellationToken cancellationToken)
    {
        Form = new ScheduleForm { Key = Guid.CreateVersion7(calendar.Now).ToString("N"), Assignee = current.MemberId.Value.ToString("N") };
        return await LoadAsync(at, done, cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        DateOnly? due = DateOnly.TryParseExact(Form.DueOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        var scheduled = due is null && !string.IsNullOrWhiteSpace(Form.DueOn)
            ? PartialDateErrors.NoSuchDate.On(nameof(Form.DueOn))
            : await Mediator.Send(
                new ScheduleFollowUp(
                    Guid.TryParseExact(Form.Key, "N", out var key) ? key : Guid.CreateVersion7(calendar.Now),
                    Number,
                    Form.Kind,
                    Form.Note,
                    due,
                    Guid.TryParseExact(Form.Assignee, "N", out var assignee) ? MemberId.From(assignee) : default(MemberId),
                    Enum.TryParse<Recurrence>(Form.Recurrence ?? nameof(Recurrence.None), out var recurrence) ? recurrence : (Recurrence)(-1)),
                cancellationToken);
        return scheduled.IsSuccess
            ? this.RedirectWithFlash($"~/incidents/{Uri.EscapeDataString(Number)}/follow-ups", "Flash.FollowUpScheduled")
            : await LoadAsync(null, null, cancellationToken) ?? this.Refused(scheduled.Refusals);
    }

    private async Task<IActionResult?> LoadAsync(string? at, string? done, CancellationToken cancellationToken)
    {
        if (await LoadHeaderAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var open = await Mediator.Send(new ListFollowUps(new FollowUpFilter(), Number, at), cancellationToken);
        var closed = await Mediator.Send(new ListFollowUps(new FollowUpFilter(When: FollowUpFilter.Done), Number, done), cancellationToken);
        if (!open.IsSuccess || !closed.IsSuccess)
        {
            return BadRequest();
        }

        (Open, Done) = (open.Value, closed.Value);
        Assignees = (await Mediator.Send(new ListAssignees(Number), cancellationToken)).TryGet(out var people) ? people : [];
        return null;
    }
}
