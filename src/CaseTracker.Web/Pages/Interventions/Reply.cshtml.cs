using System.Globalization;
using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Forms;
using CaseTracker.Web.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Pages.Interventions;

[Permit(Permission.WorkOnIncidents)]
public sealed class ReplyModel(IMediator mediator) : InterventionFormModel<ReplyForm>(mediator)
{
    /// <summary>Entry that somebody pressed "correct" on.</summary>
    [BindProperty(Name = "corrects", SupportsGet = true)]
    public string? Corrected { get; set; }

    /// <summary>What the form set out to correct was corrected or withdrawn meanwhile.</summary>
    public Supersession? Superseded { get; private set; }

    protected override string Done => "Flash.ReplyRecorded";

    /// <summary>A correction begins with what it corrects.</summary>
    protected override async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Corrected))
        {
            return true;
        }

        Form.Corrects = Corrected;
        FollowNewer();
        Corrected = Form.Corrects;
        if (!int.TryParse(Corrected, NumberStyles.None, CultureInfo.InvariantCulture, out var entry)
            || !(await Mediator.Send(new GetReplyToCorrect(Id, entry), cancellationToken)).TryGet(out var wrong))
        {
            return false;
        }

        Form = new ReplyForm { Corrects = Corrected, ReceivedOn = PartialDateInput.From(wrong.ReceivedOn), IsAcknowledgement = wrong.IsAcknowledgement, Code = wrong.Code, Substance = wrong.Substance };
        return true;
    }

    protected override void FollowNewer()
    {
        Superseded = Supersession.Of(Form.Corrects, Intervention.Replies.Select(r => (r.Sequence, r.CorrectedBy, r.WithdrawnBy)));
        if (Superseded is not null)
        {
            Form.Corrects = Superseded.Corrects;
            ModelState.Remove("Form.Corrects");
        }
    }

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) => Mediator.Send(new RecordReply(Id, Version, Form.ToInput()), cancellationToken);
}
