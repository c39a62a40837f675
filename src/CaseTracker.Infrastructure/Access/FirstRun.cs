using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Shared;
using CaseTracker.Infrastructure.Hosting;
using MediatR;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Infrastructure.Access;

/// <summary>The token's hash is in a file of the data folder: whoever can read it there could write to the database as well.</summary>
internal sealed class FirstRun(IServiceScopeFactory scopes, ICaseTrackerDb db, DatabaseOptions database, ITrailWriter trail, TimeProvider time) : IFirstRun
{
    private const string FileName = "first-run.txt";
    private const int TokenBytes = 32;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private string FilePath => Path.Combine(database.DataDirectory, FileName);

    public async Task<bool> IsOpenAsync(CancellationToken cancellationToken) => !await db.Members.AnyAsync(cancellationToken);

    public async Task<string?> OfferAsync(CancellationToken cancellationToken)
    {
        if (!await IsOpenAsync(cancellationToken))
        {
            File.Delete(FilePath);
            return null;
        }

        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes));
        var until = (time.GetUtcNow() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        DataFolder.Prepare(database.DataDirectory);
        await DataFolder.WriteSecretAsync(FilePath, $"{HashOf(token)}\t{until}", cancellationToken);
        return $"/first-run?code={token}";
    }

    public async Task<Result<Invitation>> UseAsync(string code, string? displayName, string? email, string language, CancellationToken cancellationToken)
    {
        // Whoever moves the file has the token to themselves: of two requests at once, one finds none.
        var taken = $"{FilePath}.{Guid.NewGuid():N}";
        if (!await IsOpenAsync(cancellationToken) || !TryMove(FilePath, taken))
        {
            return SignInErrors.FirstRunLinkSpent;
        }

        var invited = await IsRightAsync(taken, code, cancellationToken) ? await InviteAsync(displayName, email, language, cancellationToken) : SignInErrors.FirstRunLinkSpent;
        if (invited.TryGet(out var invitation))
        {
            File.Delete(taken);
            await trail.WriteAsync(invitation.Member, "FirstRun", AuditOutcome.Done, invitation.Member.Value.ToString("N"), detail: null, cancellationToken);
        }
        else
        {
            File.Move(taken, FilePath, overwrite: true);
        }

        return invited;
    }

    private async Task<Result<Invitation>> InviteAsync(string? displayName, string? email, string language, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new AddMember(displayName, email, Role.Administrator, language, []), cancellationToken);
    }

    private async Task<bool> IsRightAsync(string file, string code, CancellationToken cancellationToken)
    {
        var parts = (await File.ReadAllTextAsync(file, cancellationToken)).Split('\t');
        return parts.Length == 2
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var until)
            && time.GetUtcNow().ToUnixTimeSeconds() < until
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(parts[0]), Encoding.ASCII.GetBytes(HashOf(code)));
    }

    private static bool TryMove(string from, string to)
    {
        try
        {
            File.Move(from, to);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
