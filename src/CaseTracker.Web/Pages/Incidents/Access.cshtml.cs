using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

/// <summary>Who may see an incident and why; its owner, and supervisors of its team, name others here.</summary>
[Permit(Permission.SeeIncidents)]
[StepUp(PostsOnly = true)]
public sealed class AccessModel(IMediator mediator, Calendar calendar) : IncidentPageModel(mediator)
{
    [BindProperty]
    public GrantForm Form { get; set; } = new();

    /// <summary>Name of one of its values.</summary>
    [BindProperty]
    public string? Circle { get; set; }

    /// <summary>Version of the incident that the page showed.</summary>
    [BindProperty]
    public int Version { get; set; }

    public IncidentAccess Who { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Form.LastDay = GrantForm.Write(calendar.Today.AddDays(GrantForm.UsualDays));
        return await LoadAsync(cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var read = Form.ToCommand(Number);
        var given = read.TryGet(out var command) ? await Mediator.Send(command, cancellationToken) : Result.Of(read.Refusals);
        return await AnswerAsync(given, "Incident.AccessGiven", cancellationToken, prefix: "Form");
    }

    public async Task<IActionResult> OnPostRevokeAsync(int grant, CancellationToken cancellationToken) =>
        await AnswerAsync(await Mediator.Send(new RevokeAccess(Number, grant), cancellationToken), "Incident.AccessRevoked", cancellationToken);

    public async Task<IActionResult> OnPostConfidentialityAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await Mediator.Send(new ChangeConfidentiality(Number, Version, Chosen()), cancellationToken), "Incident.CircleChanged", cancellationToken);

    private async Task<IActionResult> AnswerAsync(Result result, string done, CancellationToken cancellationToken, string prefix = "")
    {
        if (result.IsSuccess)
        {
            return this.RedirectWithFlash($"~/incidents/{Uri.EscapeDataString(Number)}/access", done);
        }

        // What was typed stands, but the version is the stored one: sent again, it means "on top of theirs".
        ModelState.Clear();
        return await LoadAsync(cancellationToken) ?? this.Refused(result.Refusals, prefix);
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await LoadHeaderAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var found = await Mediator.Send(new GetAccess(Number), cancellationToken);
        if (!found.TryGet(out var who))
        {
            return this.Refused(found.Refusals);
        }

        Who = who;
        Circle ??= who.Circle.ToString();
        return null;
    }

    private Circle? Chosen() => string.IsNullOrWhiteSpace(Circle) ? null : Enum.TryParse<Circle>(Circle, out var chosen) ? chosen : (Circle)(-1);
}
