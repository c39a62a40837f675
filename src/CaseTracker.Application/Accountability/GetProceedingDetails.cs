using System.Globalization;
using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Accountability;

/// <summary>What is known of a path besides its steps, in the shape in which it is changed.</summary>
[Requires(Permission.WorkOnIncidents)]
public sealed record GetProceedingDetails(string Number, ProceedingId Proceeding) : IReadsIncident<Result<ProceedingInput>>, IWorkOnIncident, IFillsAForm;

public sealed class GetProceedingDetailsHandler(ICaseTrackerDb db, IVault vault, Trail trail) : IRequestHandler<GetProceedingDetails, Result<ProceedingInput>>
{
    public async Task<Result<ProceedingInput>> Handle(GetProceedingDetails request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.AsNoTracking().Include(i => i.Proceedings).ThenInclude(p => p.Against).SingleOrDefaultAsync(i => i.Number == request.Number, cancellationToken);
        if (incident?.Proceedings.SingleOrDefault(p => p.Id == request.Proceeding) is not { } path)
        {
            return SharedErrors.NotFound;
        }

        var keys = await vault.OfAsync(incident.Id, cancellationToken);
        return new ProceedingInput(
            path.AuthorityCode,
            path.Unit,
            keys.Of(SealedFields.FileNumber, path.Id, path.FileNumber),
            keys.Of(SealedFields.Counsel, path.Id, path.Counsel),
            path.NextHearing?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Against: [.. path.Against.Select(a => a.Sequence).Order()]);
    }
}
