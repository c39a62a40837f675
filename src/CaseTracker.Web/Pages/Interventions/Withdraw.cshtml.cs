using System.Globalization;
using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Interventions;

/// <summary>Takes back a reply that was entered by mistake.</summary>
[Permit(Permission.WorkOnIncidents)]
public sealed class WithdrawModel(IMediator mediator) : InterventionFormModel<ReplyWithdrawalForm>(mediator)
{
    /// <summary>Reply that somebody pressed "withdraw" on.</summary>
    [BindProperty(Name = "reply", SupportsGet = true)]
    public string? Asked { get; set; }

    public IEnumerable<ReplyView> Standing => Intervention.Replies.Where(r => r.Stands);

    /// <summary>What was chosen was corrected or withdrawn by somebody else meanwhile: it has to be chosen anew, and nothing is chosen for anybody.</summary>
    public bool IsGone => Intervention.Replies.Any(r => !r.Stands && r.Sequence == Form.Chosen);

    protected override string Done => "Flash.ReplyWithdrawn";

    protected override Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        Form.Entry = Asked;
        return Task.FromResult(true);
    }

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) => Mediator.Send(new WithdrawReply(Id, Version, Form.Chosen, Form.Reason), cancellationToken);
}

public sealed class ReplyWithdrawalForm
{
    /// <summary>Sequence of the reply.</summary>
    public string? Entry { get; set; }

    public string? Reason { get; set; }

    /// <summary>0, which no reply has, for what is no number.</summary>
    public int Chosen => int.TryParse(Entry, NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) ? chosen : 0;
}
