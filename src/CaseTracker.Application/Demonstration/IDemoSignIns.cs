using CaseTracker.Domain.Access;

namespace CaseTracker.Application.Demonstration;

/// <summary>Sign-ins whose passwords are shown to whoever opens the sign-in page; they exist in a demonstration only.</summary>
public interface IDemoSignIns
{
    /// <summary>Empty outside a demonstration, and until <see cref="EnsureAsync"/> has run.</summary>
    IReadOnlyList<DemoSignIn> All { get; }

    /// <summary>Creates those that are missing; the passwords are generated once for each data folder.</summary>
    Task EnsureAsync(CancellationToken cancellationToken);

    /// <summary>Takes their passwords away where the site is no demonstration, so that a copied data folder opens no door.</summary>
    Task CloseAsync(CancellationToken cancellationToken);
}

public sealed record DemoSignIn(string Email, Role Role, string Password)
{
    /// <summary>Records print their members; this one must not, wherever it ends up.</summary>
    public override string ToString() => Email;
}
