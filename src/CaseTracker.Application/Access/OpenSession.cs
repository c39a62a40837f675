using CaseTracker.Domain.Access;

namespace CaseTracker.Application.Access;

/// <summary>How somebody proved at the start of a session who they are.</summary>
public enum Assurance
{
    Password = 1,

    /// <summary>A passkey, or the password and a code.</summary>
    SecondFactor = 2,
}

/// <param name="ConfirmedAt">When they last proved it: at the sign-in, or since.</param>
public sealed record OpenSession(Guid Id, MemberId Member, Assurance Assurance, DateTimeOffset ConfirmedAt)
{
    /// <summary>Without a request, a session ends after this.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>A session ends after this in any case.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>How long a proof is enough for names, exports and roles.</summary>
    public static readonly TimeSpan ConfirmationLasts = TimeSpan.FromMinutes(15);

    public bool IsFresh(DateTimeOffset now) => now - ConfirmedAt < ConfirmationLasts;
}

/// <summary>The session of the current request; none for a job, a command and a visitor.</summary>
public sealed class CurrentSession
{
    public OpenSession? Open { get; private set; }

    /// <summary>For the host only.</summary>
    public void Use(OpenSession session) => Open = session;
}
