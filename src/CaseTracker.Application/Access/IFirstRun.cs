using CaseTracker.Domain.Shared;

namespace CaseTracker.Application.Access;

/// <summary>How the first administrator gets in, where there is nobody yet who could invite them.</summary>
public interface IFirstRun
{
    /// <summary>Makes a token that works once and for a day; one made before stops working.</summary>
    /// <returns>Local address of the page with the token; null if there is a member.</returns>
    Task<string?> OfferAsync(CancellationToken cancellationToken);

    /// <summary>True as long as there is nobody.</summary>
    Task<bool> IsOpenAsync(CancellationToken cancellationToken);

    Task<Result<Invitation>> UseAsync(string code, string? displayName, string? email, string language, CancellationToken cancellationToken);
}
