using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Demonstration;

/// <summary>Is there any incident at all? Demonstration data is only written by itself into a database that has none.</summary>
[SystemOnly]
public sealed record AnythingLogged : IQuery<Result<bool>>;

public sealed class AnythingLoggedHandler(ICaseTrackerDb db) : IRequestHandler<AnythingLogged, Result<bool>>
{
    public async Task<Result<bool>> Handle(AnythingLogged request, CancellationToken cancellationToken) =>
        await db.Incidents.AnyAsync(cancellationToken);
}
