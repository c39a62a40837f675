using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

/// <summary>Claims against sources: read by who sees the incident, weighed by who works on it.</summary>
[Permit(Permission.SeeIncidents)]
public sealed class VerificationModel(IMediator mediator) : IncidentFormModel<ClaimsForm>(mediator)
{
    public VerificationView Found { get; private set; } = null!;

    public bool MayWeigh => Header.MayWork && Header.Erased is null;

    protected override string Done => "Incident.SourcesWeighed";

    protected override string Tab => "/verification";

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) =>
        Mediator.Send(new WeighSources(Number, Version, Form.ToSources(), Form.Note), cancellationToken);

    /// <summary>Unlike a form's own page, this one is read too by those who change nothing.</summary>
    protected override async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await LoadHeaderAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var found = await Mediator.Send(new GetVerification(Number), cancellationToken);
        if (!found.TryGet(out var view))
        {
            return this.Refused(found.Refusals);
        }

        Found = view;
        Form.Sources.AddRange(Enumerable.Range(0, Math.Max(0, view.Sources.Count - Form.Sources.Count)).Select(_ => new SourceClaims()));
        return null;
    }
}
