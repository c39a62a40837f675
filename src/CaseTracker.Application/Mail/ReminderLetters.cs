using System.Globalization;
using System.Resources;
using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Mail;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Mail;

/// <summary>Where members reach the product; ends without a slash.</summary>
public sealed record PublicAddress(string Value)
{
    /// <exception cref="InvalidOperationException">It is not an http or https address.</exception>
    public static PublicAddress From(string? configured)
    {
        var value = string.IsNullOrWhiteSpace(configured) ? "http://localhost:5080" : configured.Trim();
        return Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? new(value.TrimEnd('/'))
            : throw new InvalidOperationException("Site:PublicAddress must be an http or https address.");
    }
}

/// <summary>
/// Makes a letter at the moment it is sent. Mail is read by providers, by States and over shoulders: beyond the number and
/// the link, every letter in a language is the same, byte for byte.
/// </summary>
public sealed class ReminderLetters(ICaseTrackerDb db, PublicAddress address, TimeProvider time)
{
    private static readonly ResourceManager Text = new("CaseTracker.Application.Mail.LetterText", typeof(ReminderLetters).Assembly);

    /// <returns>Null if the member has left or may no longer see the incident: nothing is sent then.</returns>
    public async Task<Letter?> WriteAsync(OutgoingMailId id, CancellationToken cancellationToken)
    {
        var about = await (
            from mail in db.OutgoingMail
            join notice in db.Notices on mail.NoticeId equals notice.Id
            join incident in db.Incidents on notice.IncidentId equals (IncidentId?)incident.Id
            where mail.Id == id
            select new { mail.MemberId, Incident = incident }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (about is null)
        {
            return null;
        }

        var member = await db.WhoSee(about.Incident, time.GetUtcNow()).AsNoTracking().SingleOrDefaultAsync(m => m.Id == about.MemberId, cancellationToken);
        return member is null ? null : Write(id, member.Email, member.Language, about.Incident.Number);
    }

    private Letter Write(OutgoingMailId id, string to, string language, string number)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var link = $"{address.Value}/notices";
        return new Letter(id, to, language, Of("Subject", culture), string.Format(CultureInfo.InvariantCulture, Of("Body", culture), number, link));
    }

    private static string Of(string key, CultureInfo culture) => Text.GetString(key, culture)!.ReplaceLineEndings("\r\n");
}
