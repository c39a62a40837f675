using CaseTracker.Application.Protection;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

/// <summary>A form about the risk and the protection of an incident's people.</summary>
public abstract class ProtectionFormModel<TForm>(IMediator mediator) : IncidentFormModel<TForm>(mediator)
    where TForm : class, new()
{
    public ProtectionView View { get; private set; } = null!;

    protected override string Tab => "/protection";

    protected override async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await base.LoadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var found = await Mediator.Send(new GetProtection(Number), cancellationToken);
        if (!found.TryGet(out var view))
        {
            return this.Refused(found.Refusals);
        }

        View = view;
        return null;
    }

    /// <summary>The only person there is, or nobody chosen yet.</summary>
    protected string? OnlyPerson => View.People is [var one] ? one.Victim.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>What is no number is nobody's.</summary>
    protected static int? Read(string? number) => string.IsNullOrWhiteSpace(number) ? null : int.TryParse(number, out var sequence) ? sequence : -1;
}

/// <summary>A form about one measure; what it was filled from is the measure's version.</summary>
public abstract class MeasureFormModel<TForm>(IMediator mediator) : ProtectionFormModel<TForm>(mediator)
    where TForm : class, new()
{
    public MeasureView Measure { get; private set; } = null!;

    protected Domain.Protection.ProtectionMeasureId Id => Guid.TryParse(RouteData.Values["measure"] as string, out var id) ? new(id) : default;

    protected override async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await base.LoadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        if (View.Measures.FirstOrDefault(m => m.Id == Id) is not { } measure)
        {
            return NotFound();
        }

        Measure = measure;
        return null;
    }

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Version = Measure.Version;
        return Task.CompletedTask;
    }

    protected override Task ShowNewerAsync(CancellationToken cancellationToken)
    {
        Version = Measure.Version;
        return Task.CompletedTask;
    }
}
