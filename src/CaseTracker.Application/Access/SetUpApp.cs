using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Access;

/// <summary>A key for an authenticator app. It counts only once <see cref="SetUpApp"/> has seen a code made with it.</summary>
/// <param name="State">Of the offer that is on the screen already, so that a wrong code does not cost a new key.</param>
[Requires(Permission.ManageOwnSignIn)]
public sealed record OfferApp(string? State) : IQuery<Result<AppOffer>>;

public sealed class OfferAppHandler(ISecondFactors factors, CurrentActor current) : IRequestHandler<OfferApp, Result<AppOffer>>
{
    public Task<Result<AppOffer>> Handle(OfferApp request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<AppOffer>>(factors.OfferApp(current.MemberId, request.State));
}

/// <param name="State">Of the offer.</param>
/// <param name="Code">What the app shows.</param>
[Requires(Permission.ManageOwnSignIn)]
public sealed record SetUpApp(string State, string Code) : ICommand<Result<NewRecoveryCodes>>
{
    /// <summary>Records print their members; this one must not, wherever it ends up.</summary>
    public override string ToString() => nameof(SetUpApp);
}

/// <param name="Codes">Null if the member has some already.</param>
public sealed record NewRecoveryCodes(IReadOnlyList<string>? Codes)
{
    public override string ToString() => nameof(NewRecoveryCodes);
}

public sealed class SetUpAppHandler(ISecondFactors factors, SecondFactorGained gained, CurrentActor current, Trail trail) : IRequestHandler<SetUpApp, Result<NewRecoveryCodes>>
{
    public async Task<Result<NewRecoveryCodes>> Handle(SetUpApp request, CancellationToken cancellationToken)
    {
        trail.Of(current.MemberId.Value.ToString("N"));
        var done = await factors.SetUpAppAsync(current.MemberId, request.State, request.Code, cancellationToken);
        return done.IsSuccess ? new NewRecoveryCodes(await gained.AsideAsync(current.MemberId, cancellationToken)) : done.Refusals.ToList();
    }
}
