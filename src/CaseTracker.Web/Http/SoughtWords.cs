using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace CaseTracker.Web.Http;

/// <summary>
/// Hides what somebody looks for in the address of a list: it may be a defender's name, and addresses stay in histories and in
/// the logs of whatever stands in front of the site.
/// </summary>
public sealed class SoughtWords(IDataProtectionProvider protection)
{
    /// <summary>Begins words that are hidden; nothing that is typed has to be told from them, since typed words are sent in a form.</summary>
    private const char Mark = '~';

    private readonly IDataProtector _protector = protection.CreateProtector("CaseTracker.SoughtWords.v1");

    public string Hide(string typed) => Mark + WebEncoders.Base64UrlEncode(_protector.Protect(Encoding.UTF8.GetBytes(typed)));

    /// <returns>Null if it was hidden by another installation, or altered.</returns>
    public string? Read(string inAddress)
    {
        if (inAddress[0] != Mark)
        {
            return inAddress;
        }

        try
        {
            return Encoding.UTF8.GetString(_protector.Unprotect(WebEncoders.Base64UrlDecode(inAddress[1..])));
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
