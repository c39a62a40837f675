using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.IntegrationTests.Confidentiality;

/// <summary>What somebody does who writes to the database beside the product.</summary>
internal static class Tampering
{
    public static Task<byte[]> EnvelopeAsync(this UseCases app, SealedPlace place)
    {
        var query = $"""SELECT "{place.Field.Column}" AS "Value" FROM "{place.Field.Table}" WHERE {place.Where}""";
        return app.StoredAsync(db => db.Database.SqlQueryRaw<byte[]>(query).SingleAsync());
    }

    public static async Task SpoilAsync(this UseCases app, SealedPlace place)
    {
        var envelope = await app.EnvelopeAsync(place);
        envelope[^1] ^= 1;
        var statement = $$"""UPDATE "{{place.Field.Table}}" SET "{{place.Field.Column}}" = {0} WHERE {{place.Where}}""";
        Assert.Equal(1, await app.StoredAsync(db => db.Database.ExecuteSqlRawAsync(statement, envelope)));
    }
}
