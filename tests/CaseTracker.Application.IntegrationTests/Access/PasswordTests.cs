using System.Buffers.Binary;
using CaseTracker.Application.Access;
using CaseTracker.Domain.Access;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Application.IntegrationTests.Access;

/// <summary>What a member may choose as a password, and what is kept of it.</summary>
public abstract class PasswordTests(UseCases app)
{
    private const string Good = "correct horse battery staple";

    [SkippableTheory]
    [InlineData("eleven char", "sign_in.password_too_short")]
    [InlineData("password1234", "sign_in.password_too_easy")]
    [InlineData("aaaabbbbaaaabbbb", "sign_in.password_too_easy")]
    public async Task Refuses_what_is_short_or_tried_first(string password, string code) => Assert.Equal([code], (await ChooseAsync(password)).Refusals.Select(r => r.Code));

    [SkippableTheory]
    [InlineData("twelve chars")]
    [InlineData("ñandú en la llanura")]
    public async Task Asks_for_length_and_for_no_mixture_of_characters(string password) => Assert.Empty((await ChooseAsync(password)).Refusals);

    [SkippableFact]
    public async Task Keeps_a_hash_that_costs_210000_rounds_of_sha512_to_try()
    {
        var chosen = await ChooseAsync(Good);
        Assert.Empty(chosen.Refusals);
        var hash = Convert.FromBase64String(await app.StoredAsync(db => db.Database.SqlQuery<string>($"""SELECT "PasswordHash" AS "Value" FROM "SignIns" WHERE "Email" = {chosen.Email}""").SingleAsync()));

        // ASP.NET Core Identity, version 3: a byte 1, then the function (2 is HMAC-SHA512) and the rounds, big-endian.
        Assert.Equal((1, 2u, 210_000u), ((int)hash[0], BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)), BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5))));
    }

    private async Task<(string Email, IReadOnlyList<Domain.Shared.Refusal> Refusals)> ChooseAsync(string password)
    {
        var email = $"{Guid.CreateVersion7():N}@example.org";
        await using var scope = app.ScopeOf(Actor.System());
        var invited = (await app.SendAsync(Actor.System(), new AddMember("Somebody", email, Role.Auditor, "en", []))).Value;
        var done = await scope.ServiceProvider.GetRequiredService<ISignIns>().SetUpAsync(invited.Member, invited.Code, password, CancellationToken.None);
        return (email, done.Refusals);
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : PasswordTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : PasswordTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
