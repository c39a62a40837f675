using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

/// <summary>The open proposal to hand an incident over: its receiver answers, and whoever leads the incident can take it back.</summary>
[Permit(Permission.WorkOnIncidents)]
public sealed class HandOverModel(IMediator mediator) : IncidentPageModel(mediator)
{
    /// <summary>Sequence of the proposal that the page showed; another has taken its place if it is no longer that one.</summary>
    [BindProperty]
    public int HandOver { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public OpenHandOver? Open { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellationToken) =>
        AnswerAsync(new AnswerHandOver(Number, HandOver, Accept: true, null), "Incident.HandOverAccepted", cancellationToken);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellationToken) =>
        AnswerAsync(new AnswerHandOver(Number, HandOver, Accept: false, Reason), "Incident.HandOverDeclined", cancellationToken);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken) =>
        AnswerAsync(new WithdrawHandOver(Number, HandOver), "Incident.HandOverWithdrawn", cancellationToken);

    private async Task<IActionResult> AnswerAsync(IRequest<Result> command, string done, CancellationToken cancellationToken)
    {
        var result = ModelState.IsValid ? await Mediator.Send(command, cancellationToken) : SharedErrors.NotFound;
        return result.IsSuccess
            ? this.RedirectWithFlash($"~/incidents/{Uri.EscapeDataString(Number)}", done)
            : await LoadAsync(cancellationToken) ?? this.Refused(result.Refusals, prefix: "");
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await LoadHeaderAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var found = await Mediator.Send(new GetHandOver(Number), cancellationToken);
        if (!found.TryGet(out var shown))
        {
            return this.Refused(found.Refusals);
        }

        Open = shown.Open;
        return null;
    }
}
