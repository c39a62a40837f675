using System.Globalization;
using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.WorkOnIncidents)]
public sealed class AddSourceModel(IMediator mediator) : IncidentFormModel<SourceForm>(mediator)
{
    /// <summary>Those on record, of which the new one may be a repetition.</summary>
    public IReadOnlyList<WeighedSource> Sources { get; private set; } = [];

    protected override string Done => "Incident.SourceAdded";

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) => Mediator.Send(new AddSource(Number, Version, Form.ToSource()), cancellationToken);

    protected override async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await base.LoadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        Sources = (await Mediator.Send(new GetVerification(Number), cancellationToken)) is { IsSuccess: true } found ? found.Value.Sources : [];
        return null;
    }
}

public sealed class SourceForm
{
    public string? Material { get; set; }

    public string? Connection { get; set; }

    public string? Reliability { get; set; }

    public string? Description { get; set; }

    /// <summary>Number of the source on record that this one repeats.</summary>
    public string? SameOriginAs { get; set; }

    public SourceToRecord ToSource() => new(
        Connection,
        Material,
        Reliability,
        Description,
        string.IsNullOrWhiteSpace(SameOriginAs) ? null : int.TryParse(SameOriginAs, NumberStyles.None, CultureInfo.InvariantCulture, out var earlier) ? earlier : -1);
}
