namespace CaseTracker.Application.Access;

/// <summary>Proving again, within a session, that it is still the same person. Wrong answers count as they do at the sign-in.</summary>
public interface IConfirmations
{
    /// <returns>False if the code is wrong, was used before, or too many were tried.</returns>
    Task<bool> WithCodeAsync(string code, CancellationToken cancellationToken);

    /// <returns>False if the password is wrong, or the member has something better to prove it with.</returns>
    Task<bool> WithPasswordAsync(string password, CancellationToken cancellationToken);

    Task<bool> WithPasskeyAsync(string state, string credential, CancellationToken cancellationToken);

    /// <summary>
    /// Asked before the password is changed, and before the transaction of that: a count must stay when what was tried is rolled back.
    /// A wrong answer leaves a line in the trail. It confirms nothing else.
    /// </summary>
    Task<bool> KnowsPasswordAsync(string password, CancellationToken cancellationToken);
}
