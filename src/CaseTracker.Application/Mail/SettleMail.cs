using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Mail;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Mail;

/// <summary>Leaves a mail as it is; the notice on screen has told its reader anyway.</summary>
[Requires(Permission.ManageMail)]
public sealed record SettleMail(OutgoingMailId Id) : ICommand<Result>;

public sealed class SettleMailHandler(ICaseTrackerDb db, Trail trail) : IRequestHandler<SettleMail, Result>
{
    public async Task<Result> Handle(SettleMail request, CancellationToken cancellationToken)
    {
        trail.Of(request.Id.Value.ToString("N"));
        var mail = await db.OutgoingMail.SingleOrDefaultAsync(m => m.Id == request.Id, cancellationToken);
        return mail is null ? SharedErrors.NotFound : mail.Settle();
    }
}
