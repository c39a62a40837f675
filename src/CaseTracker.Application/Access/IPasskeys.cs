using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Application.Access;

/// <summary>Passkeys (WebAuthn): the browser proves to this site alone, and to no imitation of it, that it holds a key.</summary>
public interface IPasskeys
{
    /// <param name="member">Who adds it.</param>
    /// <param name="name">As the device lists it.</param>
    Task<PasskeyOffer> OfferToAddAsync(MemberId member, string name);

    Task<Result> AddAsync(MemberId member, string state, string credential, string? name, CancellationToken cancellationToken);

    /// <param name="member">Null where somebody signs in: whose passkey it is, only the browser says.</param>
    /// <param name="cancellationToken">Of the request.</param>
    Task<PasskeyOffer> OfferToUseAsync(MemberId? member, CancellationToken cancellationToken);

    /// <returns>Whose passkey answered; null if none of ours did, or not to this question, or a second time.</returns>
    Task<MemberId?> UseAsync(MemberId? member, string state, string credential, CancellationToken cancellationToken);

    Task<Result> RenameAsync(MemberId member, string id, string? name, CancellationToken cancellationToken);

    /// <returns>False if the member has no such passkey.</returns>
    Task<bool> RemoveAsync(MemberId member, string id, CancellationToken cancellationToken);
}

/// <param name="Options">JSON for the browser's credentials interface.</param>
/// <param name="State">The question, sealed, to come back with the answer.</param>
public sealed record PasskeyOffer(string Options, string State);
