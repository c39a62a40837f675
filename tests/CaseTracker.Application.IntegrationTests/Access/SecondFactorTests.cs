using CaseTracker.Application.Access;
using CaseTracker.Domain.Access;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Application.IntegrationTests.Access;

public abstract class SecondFactorTests(UseCases app)
{
    private const string Password = "correct horse battery staple";

    private byte[] _key = [];

    [SkippableFact]
    public async Task A_recovery_code_opens_one_of_many_doors_at_once()
    {
        var (actor, email, codes) = await EnrolledAsync();
        var proofs = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            proofs.Add((await SignInsAsync(s => s.SignInAsync(email, Password, default)))!.Proof!);
        }

        // Without a request there is no cookie to write: whoever gets that far has been let in.
        var entered = await Task.WhenAll(proofs.Select(async proof =>
        {
            try
            {
                return await SignInsAsync(s => s.FinishSignInAsync(proof, codes[0], default)) is not null;
            }
            catch (InvalidOperationException)
            {
                return true;
            }
        }));

        Assert.Single(entered, e => e);
        Assert.Equal(9, (await app.SendAsync(actor, new GetSecondFactors())).Value.RecoveryCodesLeft);
    }

    [SkippableFact]
    public async Task Neither_keys_nor_codes_lie_in_clear()
    {
        var (actor, _, codes) = await EnrolledAsync();
        Assert.Equal(10, (await app.SendAsync(actor, new GetSecondFactors())).Value.RecoveryCodesLeft);
        var hashes = await app.StoredAsync(db => db.Database.SqlQueryRaw<string>("""SELECT "Hash" AS "Value" FROM "SignInRecoveryCodes" """).ToListAsync());
        var stored = await app.StoredAsync(db => db.Database.SqlQueryRaw<byte[]>("""SELECT "SealedKey" AS "Value" FROM "SignInApps" """).ToListAsync());
        Assert.All(hashes, h => Assert.Equal(64, h.Length));
        Assert.DoesNotContain(hashes, h => codes.Any(c => h.Contains(c.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)));
        Assert.All(stored, s => Assert.True(s.Length > OneTimeCode.KeyLength && s.AsSpan().IndexOf(_key) < 0));
    }

    [SkippableFact]
    public async Task An_administrator_does_not_reset_their_own()
    {
        var administrator = await app.JoinAsync(Role.Administrator);
        Assert.Equal([Domain.Shared.SharedErrors.Forbidden], (await app.SendAsync(administrator, new ResetSecondFactor(administrator.Id!.Value))).Refusals);
    }

    [SkippableFact]
    public async Task Who_is_halfway_may_set_up_a_factor_and_nothing_else()
    {
        var halfway = (await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync())).Halfway();
        Assert.All(Enum.GetValues<Permission>(), p => Assert.Equal(p == Permission.ManageOwnSignIn, halfway.May(p)));
        Assert.True((await app.SendAsync(halfway, new GetSecondFactors())).IsSuccess);
        Assert.Equal([Domain.Shared.SharedErrors.Forbidden], (await app.SendAsync(halfway, new OwnAccount())).Refusals);
        Assert.False(await app.ReadAsync(halfway, db => db.Incidents.AnyAsync()));
    }

    private async Task<(Actor Actor, string Email, IReadOnlyList<string> Codes)> EnrolledAsync()
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        var invited = (await app.SendAsync(Actor.System(), new AddMember("Somebody", email, Role.CaseWorker, "en", []))).Value;
        Assert.Empty((await SignInsAsync(s => s.SetUpAsync(invited.Member, invited.Code, Password, default))).Refusals);
        var actor = Actor.Member(invited.Member, Role.CaseWorker, [], "Somebody");
        var offer = (await app.SendAsync(actor, new OfferApp(null))).Value;
        _key = Testing.Web.WebApp.KeyIn(offer.Key);
        var done = await app.SendAsync(actor, new SetUpApp(offer.State, OneTimeCode.At(_key, OneTimeCode.StepAt(app.Clock.GetUtcNow()))));
        return (actor, email, done.Value.Codes!);
    }

    private async Task<T> SignInsAsync<T>(Func<ISignIns, Task<T>> use)
    {
        await using var scope = app.ScopeOf(Actor.System());
        return await use(scope.ServiceProvider.GetRequiredService<ISignIns>());
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : SecondFactorTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : SecondFactorTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
