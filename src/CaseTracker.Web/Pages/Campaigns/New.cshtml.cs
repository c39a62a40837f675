using CaseTracker.Application.Access;
using CaseTracker.Application.Campaigns;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Campaigns;

[Permit(Permission.WorkOnCampaigns)]
public sealed class NewModel(IMediator mediator, Calendar calendar) : PageModel
{
    [BindProperty]
    public CampaignForm Form { get; set; } = new();

    public IReadOnlyList<TeamChoice> Teams { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Form.Key = NewKey();
        await LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync(cancellationToken);
            return this.Unreadable();
        }

        if (!Guid.TryParse(Form.Key, out var key) || key == Guid.Empty)
        {
            ModelState.Remove("Form.Key");
            Form.Key = NewKey();
            key = Guid.Parse(Form.Key);
        }

        TeamId? team = string.IsNullOrWhiteSpace(Form.Team) ? null : Guid.TryParse(Form.Team, out var chosen) ? new TeamId(chosen) : default(TeamId);
        var started = await mediator.Send(new StartCampaign(key, Form.ToInput(), team), cancellationToken);
        if (started.TryGet(out var number))
        {
            return this.RedirectWithFlash($"~/campaigns/{Uri.EscapeDataString(number)}", "Campaign.Started", number);
        }

        await LoadAsync(cancellationToken);
        return this.Refused(started.Refusals);
    }

    private string NewKey() => Guid.CreateVersion7(calendar.Now).ToString();

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Form.Ready();
        Teams = (await mediator.Send(new GetFilterChoices(), cancellationToken)) is { IsSuccess: true } choices ? choices.Value.Teams : [];
    }
}
