using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace CaseTracker.Web.Http;

/// <summary>A form that somebody sent and that could not be taken just then; carried in the answer so that nothing typed is lost.</summary>
/// <param name="Path">Local address that it was sent to, with its query.</param>
/// <param name="Owner">Member whose session it was written in; null if nobody can tell. Shown to no one else.</param>
/// <param name="Fields">In the order of the form; names may repeat.</param>
public sealed partial record KeptForm(string Path, Guid? Owner, IReadOnlyList<KeptField> Fields)
{
    public bool MayBeShownTo(Guid member) => Owner is null || Owner == member;

    /// <summary>What a person wrote, to be read and copied: no keys, versions, ticks or codes that they chose from a list.</summary>
    [JsonIgnore]
    public IEnumerable<string> Texts => Fields.Select(f => f.Value.Trim()).Where(value => value.Any(char.IsLetter) && !Chosen().IsMatch(value) && !Guid.TryParse(value, out _));

    [GeneratedRegex("^(true|false|on|CT-[A-Z0-9-]+|[A-Z]{2}(-[A-Z]{2,3})?|[JXVC][0-9]s?|(stage|act)-[0-9]+)$")]
    private static partial Regex Chosen();
}

public sealed record KeptField(string Name, string Value);

/// <summary>Seals a kept form into a hidden field. The server stores nothing; the browser cannot read or change it.</summary>
public sealed class KeptFormSeal(IDataProtectionProvider protection)
{
    /// <summary>As long as the longest session: whoever comes back later starts a new day.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("CaseTracker.KeptForm.v1").ToTimeLimitedDataProtector();

    public string Close(KeptForm form)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(brotli, form);
        }

        return WebEncoders.Base64UrlEncode(_protector.Protect(packed.ToArray(), Lifetime));
    }

    /// <returns>Null if it is not ours, was changed, or is older than a session can be.</returns>
    public KeptForm? Open(string? sealedForm)
    {
        if (string.IsNullOrEmpty(sealedForm))
        {
            return null;
        }

        try
        {
            using var packed = new MemoryStream(_protector.Unprotect(WebEncoders.Base64UrlDecode(sealedForm)));
            using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
            return JsonSerializer.Deserialize<KeptForm>(brotli);
        }
        catch (Exception wrong) when (wrong is System.Security.Cryptography.CryptographicException or FormatException)
        {
            // A hidden field that somebody made up: the sign-in goes on without it.
            return null;
        }
    }
}
