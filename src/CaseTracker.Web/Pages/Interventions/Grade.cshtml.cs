using System.Globalization;
using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Interventions;

[Permit(Permission.WorkOnIncidents)]
public sealed class GradeModel(IMediator mediator) : InterventionFormModel<GradeForm>(mediator)
{
    /// <summary>Reply that somebody pressed "grade" on.</summary>
    [BindProperty(Name = "reply", SupportsGet = true)]
    public string? Asked { get; set; }

    public IEnumerable<ReplyView> Gradable => Intervention.Replies.Where(r => r.IsGradable);

    /// <summary>Grade that the chosen reply has now.</summary>
    public string? Former => Gradable.FirstOrDefault(r => r.Sequence == Form.Chosen)?.Grade;

    protected override string Done => "Flash.ReplyGraded";

    protected override Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        Form.Reply = Asked ?? Gradable.LastOrDefault()?.Sequence.ToString(CultureInfo.InvariantCulture);
        return Task.FromResult(true);
    }

    protected override async Task<Result> SendAsync(CancellationToken cancellationToken) => string.IsNullOrWhiteSpace(Form.Reply)
        ? SharedErrors.Required.On(nameof(Form.Reply))
        : await Mediator.Send(new GradeReply(Id, Version, Form.Chosen, Form.Grade, Form.Reason), cancellationToken);
}

public sealed class GradeForm
{
    public string? Reply { get; set; }

    public string? Grade { get; set; }

    public string? Reason { get; set; }

    /// <summary>0, which no reply has, for what is no number.</summary>
    public int Chosen => int.TryParse(Reply, NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) ? chosen : 0;
}
