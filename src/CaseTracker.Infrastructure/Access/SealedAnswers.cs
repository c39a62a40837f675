using System.Security.Cryptography;
using CaseTracker.Domain.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace CaseTracker.Infrastructure.Access;

/// <summary>What the browser carries between two steps, sealed for one use, one member and some minutes; the server stores nothing of it.</summary>
internal sealed class SealedAnswers(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public string Close(string use, MemberId? member, byte[] content) => WebEncoders.Base64UrlEncode(For(use, member).Protect(content, Lifetime));

    /// <returns>Null if it was sealed for another use or member, was changed, or is too old.</returns>
    public byte[]? Open(string use, MemberId? member, string? state)
    {
        try
        {
            return string.IsNullOrEmpty(state) ? null : For(use, member).Unprotect(WebEncoders.Base64UrlDecode(state));
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException)
        {
            // A hidden field that somebody made up or kept for too long.
            return null;
        }
    }

    private ITimeLimitedDataProtector For(string use, MemberId? member) =>
        protection.CreateProtector("CaseTracker.SignIn.v1", use, member?.Value.ToString("N") ?? "anybody").ToTimeLimitedDataProtector();
}
