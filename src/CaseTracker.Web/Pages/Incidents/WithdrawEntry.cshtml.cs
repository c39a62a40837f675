using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Incidents;

/// <summary>Takes back a stage or an act of a path that was entered by mistake.</summary>
[Permit(Permission.WorkOnIncidents)]
public sealed class WithdrawEntryModel(IMediator mediator) : PathFormModel<WithdrawalForm>(mediator)
{
    /// <summary>Entry that somebody pressed "withdraw" on.</summary>
    [BindProperty(Name = "entry", SupportsGet = true)]
    public string? Asked { get; set; }

    /// <summary>The stage that is chosen; null if it is none, or stands no more.</summary>
    public StageView? Stage => Path.Stages.FirstOrDefault(s => s.Stands && WithdrawalForm.Of(s) == Form.Entry);

    /// <summary>Likewise the act.</summary>
    public InvestigativeActView? Act => Path.Acts.FirstOrDefault(a => a.Stands && WithdrawalForm.Of(a) == Form.Entry);

    /// <summary>What was chosen was corrected or withdrawn by somebody else meanwhile: it has to be chosen anew, and nothing is chosen for anybody.</summary>
    public bool IsGone => Path.Stages.Any(s => !s.Stands && WithdrawalForm.Of(s) == Form.Entry) || Path.Acts.Any(a => !a.Stands && WithdrawalForm.Of(a) == Form.Entry);

    /// <summary>What somebody else recorded while this form was being filled in.</summary>
    public IEnumerable<StageView> NewStages => IsNewer ? Path.Stages.Where(s => s.Sequence > Form.SeenStages) : [];

    public IEnumerable<InvestigativeActView> NewActs => IsNewer ? Path.Acts.Where(a => a.Sequence > Form.SeenActs) : [];

    protected override string Done => "Incident.EntryWithdrawn";

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Form = new WithdrawalForm { Entry = Asked, SeenStages = Path.Stages.Count, SeenActs = Path.Acts.Count };
        return Task.CompletedTask;
    }

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) => Form.Chosen switch
    {
        (true, var act) => Mediator.Send(new WithdrawInvestigativeAct(Number, Version, Proceeding, act, Form.Reason), cancellationToken),
        (false, var stage) => Mediator.Send(new WithdrawStage(Number, Version, Proceeding, stage, Form.Reason), cancellationToken),
    };
}
