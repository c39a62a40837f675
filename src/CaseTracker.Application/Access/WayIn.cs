namespace CaseTracker.Application.Access;

/// <summary>With what somebody signed in, as the trail names it.</summary>
public enum WayIn
{
    /// <summary>The password alone, where no second factor is set up yet.</summary>
    Password = 1,

    /// <summary>The password and a code of an authenticator app.</summary>
    App = 2,

    /// <summary>The password and one of the recovery codes.</summary>
    RecoveryCode = 3,
    Passkey = 4,
}
