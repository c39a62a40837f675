using CaseTracker.Domain.People;

namespace CaseTracker.Application.People;

/// <summary>Who a person is, as the register answered it to somebody who was authorized.</summary>
public sealed record OpenedIdentity(PersonId PersonId, string Name, string? Aliases, string? Contact)
{
    /// <summary>A name must not reach a log because somebody wrote the whole record there.</summary>
    public override string ToString() => nameof(OpenedIdentity);
}
