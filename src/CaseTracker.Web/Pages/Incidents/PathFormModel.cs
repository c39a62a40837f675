using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Accountability;
using CaseTracker.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

/// <summary>A form about one path of an incident.</summary>
public abstract class PathFormModel<TForm>(IMediator mediator) : IncidentFormModel<TForm>(mediator)
    where TForm : class, new()
{
    public PathView Path { get; private set; } = null!;

    /// <summary>Everybody whom a stage can speak of.</summary>
    public IReadOnlyList<AccusedView> Accused { get; private set; } = [];

    /// <summary>The incident's victims.</summary>
    public IReadOnlyList<DefenderView> Defenders { get; private set; } = [];

    public IReadOnlyList<AuthorityView> Authorities { get; private set; } = [];

    /// <summary>Somebody else was faster: what is stored by now is to be shown beside what was typed.</summary>
    public bool IsNewer { get; private set; }

    /// <summary>What the form set out to correct was corrected or withdrawn meanwhile.</summary>
    public Supersession? Superseded { get; protected set; }

    protected ProceedingId Proceeding => Guid.TryParse(RouteData.Values["proceeding"] as string, out var id) ? new ProceedingId(id) : default;

    protected override string Tab => "/justice";

    protected override async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await base.LoadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var found = await Mediator.Send(new GetJustice(Number), cancellationToken);
        if (!found.IsSuccess || found.Value.Paths.FirstOrDefault(p => p.Id == Proceeding) is not { } path)
        {
            return NotFound();
        }

        (Path, Accused, Defenders) = (path, found.Value.Accused, found.Value.Defenders);
        Authorities = (await Mediator.Send(new GetAuthorityChoices(path.Authority?.Code), cancellationToken)).Value;
        return null;
    }

    protected override Task ShowNewerAsync(CancellationToken cancellationToken)
    {
        IsNewer = true;
        return Task.CompletedTask;
    }
}
