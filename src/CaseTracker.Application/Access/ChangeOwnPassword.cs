using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Access;

[Requires(Permission.ManageOwnAccount)]
public sealed record ChangeOwnPassword(string Current, string Password, string Repeated) : ICommand<Result>, IValidated
{
    public IEnumerable<Refusal> Validate()
    {
        if (Password != Repeated)
        {
            yield return SignInErrors.PasswordsDiffer;
        }
    }

    /// <summary>Records print their members; this one must not, wherever it ends up.</summary>
    public override string ToString() => nameof(ChangeOwnPassword);
}

public sealed class ChangeOwnPasswordHandler(ISignIns signIns, CurrentActor current, Trail trail) : IRequestHandler<ChangeOwnPassword, Result>
{
    public Task<Result> Handle(ChangeOwnPassword request, CancellationToken cancellationToken)
    {
        trail.Of(current.MemberId.Value.ToString("N"));
        return signIns.ChangePasswordAsync(current.MemberId, request.Current, request.Password, cancellationToken);
    }
}
