using CaseTracker.Application.Confidentiality;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Application.IntegrationTests.Confidentiality;

/// <summary>What lies in the sealed columns opens where it lies and nowhere else.</summary>
public abstract class SealedColumnTests(UseCases app)
{
    [SkippableFact]
    public async Task Every_sealed_property_of_the_model_stands_in_the_list_under_its_table_and_column()
    {
        var model = await app.StoredAsync(db => Task.FromResult(db.Model));
        var inModel = model.GetEntityTypes()
            .SelectMany(e => e.GetProperties().Where(p => p.ClrType == typeof(Sealed<string>)).Select(p => new SealedField(e.ClrType, e.GetTableName()!, p.GetColumnName())));

        Assert.Equal(SealedFields.All.Select(f => f.ToString()).Order(), inModel.Select(f => f.ToString()).Order());
    }

    [SkippableTheory]
    [MemberData(nameof(Fields))]
    public async Task A_value_that_was_altered_does_not_open(string name)
    {
        var place = await FilledAsync(name);
        foreach (var spoil in (Func<byte[], byte[]>[])[Flip(0), Flip(1), Flip(30), Flip(60), e => Flip(e.Length - 1)(e), e => e[..^1], e => e[..40], _ => [], _ => new byte[120]])
        {
            var envelope = await ReadAsync(place);
            await WriteAsync(place, spoil(envelope));

            await Assert.ThrowsAsync<SealBrokenException>(() => OpenAsync(place));

            await WriteAsync(place, envelope);
            Assert.NotNull(await OpenAsync(place));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Fields))]
    public async Task A_value_taken_from_another_record_does_not_open(string name)
    {
        var one = await FilledAsync(name);
        var other = await FilledAsync(name);
        await WriteAsync(one, await ReadAsync(other));

        await Assert.ThrowsAsync<SealBrokenException>(() => OpenAsync(one));
    }

    [SkippableFact]
    public async Task A_value_moved_to_another_column_of_its_row_does_not_open()
    {
        var title = await FilledAsync("Incidents|Title");
        var narrative = title with { Field = SealedFields.Narrative };
        await WriteAsync(narrative, await ReadAsync(title));

        await Assert.ThrowsAsync<SealBrokenException>(() => OpenAsync(narrative));
    }

    [SkippableFact]
    public async Task A_value_moved_to_another_row_of_its_incident_does_not_open()
    {
        var first = await FilledAsync("IncidentSources|Description");
        var second = first with { Row = SealedRow.Of(first.Owner.Id, 2), Where = first.Where.Replace("= 1", "= 2", StringComparison.Ordinal) };
        await WriteAsync(second, await ReadAsync(first));

        await Assert.ThrowsAsync<SealBrokenException>(() => OpenAsync(second));
    }

    public static TheoryData<string> Fields => [.. SealedFields.All.Select(f => f.ToString())];

    private static Func<byte[], byte[]> Flip(int index) => envelope =>
    {
        var altered = envelope.ToArray();
        altered[index] ^= 1;
        return altered;
    };

    private async Task<SealedPlace> FilledAsync(string name) => await new SealedStory(app).FillAsync(SealedFields.All.Single(f => f.ToString() == name));

    /// <summary>How long a text is would tell a short name from a long one.</summary>
    [SkippableFact]
    public async Task Texts_of_different_lengths_are_stored_in_envelopes_of_one_length()
    {
        var worker = await app.JoinAsync(Domain.Access.Role.CaseWorker, await app.FoundTeamAsync());
        var lengths = new List<int>();
        foreach (var title in (string[])["Two", "Two letters", "Two dozen letters at most"])
        {
            var logged = await app.SendAsync(worker, Build.AnIncident() with { Incident = Build.TheFacts() with { Title = title } });
            Assert.Empty(logged.Refusals);
            var query = $"""SELECT "Title" AS "Value" FROM "Incidents" WHERE "Number" = '{logged.Value}'""";
            lengths.Add((await app.StoredAsync(db => db.Database.SqlQueryRaw<byte[]>(query).SingleAsync())).Length);
        }

        Assert.Single(lengths.Distinct());
    }

    private async Task<string?> OpenAsync(SealedPlace place)
    {
        var ring = await app.Services.GetRequiredService<IVault>().FetchAsync([place.Owner], CancellationToken.None);
        return ring.Open(place.Field, place.Owner, place.Row, InEnvelope(await ReadAsync(place)));
    }

    internal static Sealed<string> InEnvelope(byte[] envelope) => (Sealed<string>)typeof(Sealed<string>)
        .GetMethod("InEnvelope", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.Invoke(null, [envelope])!;

    private Task<byte[]> ReadAsync(SealedPlace place)
    {
        var query = $"""SELECT "{place.Field.Column}" AS "Value" FROM "{place.Field.Table}" WHERE {place.Where}""";
        return app.StoredAsync(db => db.Database.SqlQueryRaw<byte[]>(query).SingleAsync());
    }

    private async Task WriteAsync(SealedPlace place, byte[] envelope)
    {
        var statement = $$"""UPDATE "{{place.Field.Table}}" SET "{{place.Field.Column}}" = {0} WHERE {{place.Where}}""";
        Assert.Equal(1, await app.StoredAsync(db => db.Database.ExecuteSqlRawAsync(statement, envelope)));
    }

    public sealed class OnSqlite(UseCasesOnSqlite app) : SealedColumnTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : SealedColumnTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
