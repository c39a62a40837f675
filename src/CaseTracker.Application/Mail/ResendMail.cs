using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Mail;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Mail;

/// <summary>Sends again what failed, or what may already have arrived.</summary>
[Requires(Permission.ManageMail)]
public sealed record ResendMail(OutgoingMailId Id) : ICommand<Result>;

public sealed class ResendMailHandler(ICaseTrackerDb db, MailPause pause, Calendar calendar, Trail trail) : IRequestHandler<ResendMail, Result>
{
    public async Task<Result> Handle(ResendMail request, CancellationToken cancellationToken)
    {
        trail.Of(request.Id.Value.ToString("N"));
        var mail = await db.OutgoingMail.SingleOrDefaultAsync(m => m.Id == request.Id, cancellationToken);
        if (mail is null)
        {
            return SharedErrors.NotFound;
        }

        // Whoever asks for it now has usually just mended the server.
        pause.End();
        return mail.SendAgain(calendar.Now);
    }
}
