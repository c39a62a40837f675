using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Access;

/// <summary>A question for the browser, whose answer <see cref="AddPasskey"/> takes.</summary>
[Requires(Permission.ManageOwnSignIn)]
public sealed record OfferPasskey : IQuery<Result<PasskeyOffer>>;

public sealed class OfferPasskeyHandler(ICaseTrackerDb db, IPasskeys passkeys, CurrentActor current) : IRequestHandler<OfferPasskey, Result<PasskeyOffer>>
{
    public async Task<Result<PasskeyOffer>> Handle(OfferPasskey request, CancellationToken cancellationToken)
    {
        var id = current.MemberId;
        var name = await db.Members.Where(m => m.Id == id).Select(m => m.DisplayName).SingleAsync(cancellationToken);
        return await passkeys.OfferToAddAsync(id, name);
    }
}

/// <param name="State">Of the offer.</param>
/// <param name="Credential">The browser's answer, as JSON.</param>
/// <param name="Name">By which its owner will know it.</param>
[Requires(Permission.ManageOwnSignIn)]
public sealed record AddPasskey(string State, string Credential, string? Name) : ICommand<Result<NewRecoveryCodes>>
{
    public override string ToString() => nameof(AddPasskey);
}

public sealed class AddPasskeyHandler(IPasskeys passkeys, SecondFactorGained gained, CurrentActor current, Trail trail) : IRequestHandler<AddPasskey, Result<NewRecoveryCodes>>
{
    public async Task<Result<NewRecoveryCodes>> Handle(AddPasskey request, CancellationToken cancellationToken)
    {
        trail.Of(current.MemberId.Value.ToString("N"));
        var added = await passkeys.AddAsync(current.MemberId, request.State, request.Credential, request.Name, cancellationToken);
        return added.IsSuccess ? new NewRecoveryCodes(await gained.AsideAsync(current.MemberId, cancellationToken)) : added.Refusals.ToList();
    }
}
