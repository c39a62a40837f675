using System.Buffers.Binary;
using System.Security.Cryptography;
using CaseTracker.Application.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace CaseTracker.Infrastructure.Access;

/// <summary>Is this the password? The same work, the same counting and the same waiting whether or not there is such an account.</summary>
internal sealed class PasswordCheck(UserManager<SignIn> users, IPasswordHasher<SignIn> hasher, Attempts attempts, IHttpContextAccessor context, TimeProvider time)
{
    public const int Iterations = 210_000;

    private const string Kind = "password";

    /// <summary>Wrong passwords within an hour, from all sources together, before each further attempt has to wait a little.</summary>
    private const int Unhurried = 10;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private static readonly SignIn Decoy = new();
    private static readonly string DecoyHash = HashOfNothing();

    private string Source => RequestSource.Of(context.HttpContext);

    /// <param name="account">Id, or the address as typed: attempts on one that nobody has are counted and made to wait as well.</param>
    /// <param name="signIn">Whose it is; null if nobody's, or somebody's who may not enter.</param>
    /// <param name="password">As typed.</param>
    /// <param name="cancellationToken">Of the request.</param>
    public async Task<bool> IsRightAsync(string account, SignIn? signIn, string password, CancellationToken cancellationToken)
    {
        var open = await attempts.TryAsync(Kind, account, Source, cancellationToken);
        await WaitAsync(await attempts.FailuresAsync(Kind, account, cancellationToken), cancellationToken);
        if (await MatchesAsync(open ? signIn : null, password))
        {
            await ForgetAsync(account, cancellationToken);
            return true;
        }

        await attempts.FailedAsync(Kind, account, cancellationToken);
        return false;
    }

    /// <summary>Whoever has just proved by other means who they are may try again from here.</summary>
    public Task ForgetAsync(string account, CancellationToken cancellationToken) => attempts.ForgetAsync(Kind, account, Source, cancellationToken);

    // The work of one hash is done on every path, so that the time does not tell whether the address is known.
    private async Task<bool> MatchesAsync(SignIn? signIn, string password)
    {
        if (signIn?.PasswordHash is null || password.Length > SignInErrors.PasswordLimit)
        {
            hasher.VerifyHashedPassword(Decoy, DecoyHash, password.Length > SignInErrors.PasswordLimit ? "" : password);
            return false;
        }

        return await users.CheckPasswordAsync(signIn, password);
    }

    // Slows down guessing from many addresses at once. It never closes the account, so its owner waits at most as long.
    private async Task WaitAsync(int failures, CancellationToken cancellationToken)
    {
        if (failures >= Unhurried)
        {
            var wait = TimeSpan.FromSeconds(failures - Unhurried + 1);
            await Task.Delay(wait < LongestWait ? wait : LongestWait, time, cancellationToken);
        }
    }

    // Identity's version 3 layout: marker, PRF (2 = SHA-512), iterations, salt length, salt, subkey. No password has it.
    private static string HashOfNothing()
    {
        var hash = RandomNumberGenerator.GetBytes(13 + 16 + 32);
        hash[0] = 0x01;
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(1), 2);
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(5), Iterations);
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(9), 16);
        return Convert.ToBase64String(hash);
    }
}
