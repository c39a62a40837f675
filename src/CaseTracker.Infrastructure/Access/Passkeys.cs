using System.Text;
using CaseTracker.Application.Access;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace CaseTracker.Infrastructure.Access;

internal sealed class Passkeys(UserManager<SignIn> users, IPasskeyHandler<SignIn> handler, IHttpContextAccessor context, SealedAnswers answers, Attempts attempts) : IPasskeys
{
    private const int NameLimit = 60;

    /// <summary>Characters; what browsers send is a tenth of it.</summary>
    private const int CredentialLimit = 32 * 1024;

    private const string ToAdd = "passkey to add";
    private const string ToUse = "passkey to use";

    private HttpContext Http => context.HttpContext ?? throw new InvalidOperationException("Passkeys belong to a request.");

    public async Task<PasskeyOffer> OfferToAddAsync(MemberId member, string name)
    {
        var made = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = member.Value.ToString(), Name = name, DisplayName = name }, Http);
        return new PasskeyOffer(made.CreationOptionsJson, answers.Close(ToAdd, member, Encoding.UTF8.GetBytes(made.AttestationState ?? "")));
    }

    public async Task<Result> AddAsync(MemberId member, string state, string credential, string? name, CancellationToken cancellationToken)
    {
        var clean = CleanText.Line(name, NameLimit, "Name", required: true);
        if (!clean.IsSuccess)
        {
            return Result.Of(clean.Refusals);
        }

        if (Asked(ToAdd, member, state, credential) is not { } asked || await FindAsync(member) is not { } signIn)
        {
            return SecondFactorErrors.PasskeyRefused;
        }

        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = Http, CredentialJson = credential, AttestationState = asked });
        if (!result.Succeeded || result.UserEntity.Id != member.Value.ToString() || await users.FindByPasskeyIdAsync(result.Passkey.CredentialId) is not null)
        {
            return SecondFactorErrors.PasskeyRefused;
        }

        result.Passkey.Name = clean.Value;
        Expect(await users.AddOrUpdatePasskeyAsync(signIn, result.Passkey));
        return Result.Success;
    }

    public async Task<PasskeyOffer> OfferToUseAsync(MemberId? member, CancellationToken cancellationToken)
    {
        var made = await handler.MakeRequestOptionsAsync(member is { } known ? await FindAsync(known) : null, Http);
        return new PasskeyOffer(made.RequestOptionsJson, answers.Close(ToUse, member, Encoding.UTF8.GetBytes(made.AssertionState ?? "")));
    }

    public async Task<MemberId?> UseAsync(MemberId? member, string state, string credential, CancellationToken cancellationToken)
    {
        // Answered before: an answer that somebody overheard opens nothing.
        if (Asked(ToUse, member, state, credential) is not { } asked || !await attempts.UseOnceAsync(state, cancellationToken))
        {
            return null;
        }

        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = Http, CredentialJson = credential, AssertionState = asked });
        if (!result.Succeeded || (member is { } expected && expected.Value != result.User.Id))
        {
            return null;
        }

        Expect(await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey));
        return new MemberId(result.User.Id);
    }

    public async Task<Result> RenameAsync(MemberId member, string id, string? name, CancellationToken cancellationToken)
    {
        var clean = CleanText.Line(name, NameLimit, "Name", required: true);
        if (!clean.IsSuccess)
        {
            return Result.Of(clean.Refusals);
        }

        if (await FindAsync(member) is not { } signIn || await HeldAsync(signIn, id) is not { } passkey)
        {
            return SharedErrors.NotFound;
        }

        passkey.Name = clean.Value;
        Expect(await users.AddOrUpdatePasskeyAsync(signIn, passkey));
        return Result.Success;
    }

    public async Task<bool> RemoveAsync(MemberId member, string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(member) is not { } signIn || await HeldAsync(signIn, id) is not { } passkey)
        {
            return false;
        }

        Expect(await users.RemovePasskeyAsync(signIn, passkey.CredentialId));
        return true;
    }

    private string? Asked(string use, MemberId? member, string state, string credential) =>
        credential.Length is > 0 and <= CredentialLimit && answers.Open(use, member, state) is { } asked ? Encoding.UTF8.GetString(asked) : null;

    private async Task<UserPasskeyInfo?> HeldAsync(SignIn signIn, string id) =>
        (await users.GetPasskeysAsync(signIn)).FirstOrDefault(p => WebEncoders.Base64UrlEncode(p.CredentialId) == id);

    private async Task<SignIn?> FindAsync(MemberId member) => await users.FindByIdAsync(member.Value.ToString());

    private static void Expect(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"Identity refused: {string.Join(", ", result.Errors.Select(e => e.Code))}");
        }
    }
}
