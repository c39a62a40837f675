using System.Text;
using CaseTracker.Application.Confidentiality;
using Microsoft.AspNetCore.WebUtilities;

namespace CaseTracker.Web.Http;

/// <summary>
/// Hides what somebody looks for in the address of a list: it may be a defender's name, and addresses stay in histories and in
/// the logs of whatever stands in front of the site. Sealed by the vault, whose key is not where those logs are.
/// </summary>
public sealed class SoughtWords(ISecretBox box)
{
    /// <summary>Begins words that are hidden; nothing that is typed has to be told from them, since typed words are sent in a form.</summary>
    private const char Mark = '~';

    private const string Purpose = "sought";

    public string Hide(string typed) => Mark + WebEncoders.Base64UrlEncode(box.Seal(Purpose, Encoding.UTF8.GetBytes(typed)));

    /// <returns>Null if it was hidden by another installation, or altered.</returns>
    public string? Read(string inAddress)
    {
        if (inAddress[0] != Mark)
        {
            return inAddress;
        }

        try
        {
            return Encoding.UTF8.GetString(box.Open(Purpose, WebEncoders.Base64UrlDecode(inAddress[1..])));
        }
        catch (Exception fault) when (fault is SealBrokenException or FormatException)
        {
            // Anybody can type an address: no alarm.
            return null;
        }
    }
}
