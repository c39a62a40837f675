using CaseTracker.Domain.Access;

namespace CaseTracker.Application.Access;

/// <summary>On whose behalf something runs. Nobody, unless the host has established otherwise.</summary>
public sealed record Actor
{
    public static readonly Actor Nobody = new();

    private Actor()
    {
    }

    public MemberId? Id { get; private init; }

    public Role? Role { get; private init; }

    public IReadOnlyList<TeamId> Teams { get; private init; } = [];

    public string DisplayName { get; private init; } = "";

    /// <summary>A job or a command of the operator: no person is looking, so nothing is hidden from it.</summary>
    public bool IsSystem { get; private init; }

    /// <summary>Knows the password and has no second factor yet: may set one up, and nothing else.</summary>
    public bool IsHalfway { get; private init; }

    public static Actor Member(MemberId id, Role role, IReadOnlyList<TeamId> teams, string displayName) =>
        new() { Id = id, Role = role, Teams = teams, DisplayName = displayName };

    public static Actor System() => new() { IsSystem = true };

    public Actor Halfway() => this with { IsHalfway = true };

    public bool May(Permission permission) =>
        IsSystem || (Role?.Allows(permission) == true && (!IsHalfway || permission == Permission.ManageOwnSignIn));
}

/// <summary>The actor of the current request or job. <see cref="Act"/> is for the host and for jobs only.</summary>
public sealed class CurrentActor
{
    public Actor Actor { get; private set; } = Actor.Nobody;

    /// <exception cref="InvalidOperationException">Nobody is acting, or the system is: a person was needed.</exception>
    public MemberId MemberId => Actor.Id ?? throw new InvalidOperationException("This operation needs a person.");

    public void Act(Actor actor) => Actor = actor;
}
