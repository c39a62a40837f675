using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Access;

[Requires(Permission.ManageOwnSignIn)]
public sealed record RenamePasskey(string Id, string? Name) : ICommand<Result>;

public sealed class RenamePasskeyHandler(IPasskeys passkeys, CurrentActor current, Trail trail) : IRequestHandler<RenamePasskey, Result>
{
    public Task<Result> Handle(RenamePasskey request, CancellationToken cancellationToken)
    {
        trail.Of(current.MemberId.Value.ToString("N"));
        return passkeys.RenameAsync(current.MemberId, request.Id, request.Name, cancellationToken);
    }
}
