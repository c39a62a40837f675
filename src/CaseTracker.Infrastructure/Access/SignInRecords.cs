using CaseTracker.Application.Access;
using CaseTracker.Domain.Access;

namespace CaseTracker.Infrastructure.Access;

/// <summary>One browser in which somebody is signed in. Neither its address nor all that it says of itself is kept.</summary>
internal sealed class SignInSession
{
    public const int FamilyLimit = 20;

    public Guid Id { get; init; }

    public MemberId MemberId { get; init; }

    public string Browser { get; init; } = "";

    public string System { get; init; } = "";

    public Assurance Assurance { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset LastSeenAt { get; init; }

    public DateTimeOffset ConfirmedAt { get; init; }
}

/// <summary>An authenticator app. In a table apart from Identity's, which writes whole rows and would put an old step back.</summary>
internal sealed class AuthenticatorApp
{
    public Guid SignInId { get; init; }

    public byte[] SealedKey { get; init; } = [];

    /// <summary>Of the last code that was taken: neither it nor an earlier one is taken again.</summary>
    public long LastStep { get; init; }
}

internal sealed class RecoveryCode
{
    public const int HashLength = 64;

    public Guid SignInId { get; init; }

    public string Hash { get; init; } = "";
}

/// <summary>What was tried at the sign-in, under a keyed hash of whose account and from where.</summary>
internal sealed class SignInAttempt
{
    public const int KeyLength = 64;

    public string Key { get; init; } = "";

    public int Count { get; init; }

    public DateTimeOffset Since { get; init; }
}
