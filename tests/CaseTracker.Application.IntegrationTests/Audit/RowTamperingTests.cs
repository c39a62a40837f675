using CaseTracker.Application.Access;
using CaseTracker.Application.Audit;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.IntegrationTests.Confidentiality;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Application.IntegrationTests.Audit;

/// <summary>
/// What somebody can do to the records who owns the database and has no key: each is found, with the row, the number that
/// people know and the line that last wrote it.
/// </summary>
public abstract class RowTamperingTests<TApp> : IAsyncLifetime
    where TApp : UseCases, new()
{
    private const string Incident = "Incidents";

    private readonly TApp _app = new();
    private Actor _owner = null!;
    private string _number = "";

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        if (_app.IsThere)
        {
            await new SealedStory(_app).FillAsync(SealedFields.Title);
            var incident = await _app.StoredAsync(db => db.Incidents.AsNoTracking().SingleAsync());
            _number = incident.Number;
            var member = await _app.StoredAsync(db => db.Members.AsNoTracking().Include(m => m.Memberships).SingleAsync(m => m.Id == incident.OwnerId));
            _owner = Actor.Member(member.Id, Role.CaseWorker, [.. member.Teams], member.DisplayName);
        }
    }

    public Task DisposeAsync() => _app.DisposeAsync();

    [SkippableFact]
    public async Task Nothing_is_found_where_the_use_cases_did_everything()
    {
        var verdict = await VerifyAsync();

        Assert.Null(verdict.Fault);
        Assert.Equal(await _app.GuardedRowsAsync(), verdict.Rows);
        Assert.True(verdict.Rows > 20, $"Only {verdict.Rows} rows were compared.");
    }

    [SkippableFact]
    public async Task Nothing_is_found_after_an_erasure()
    {
        var one = await Erasures.Erasing.OfAsync(_app);
        await one.EraseAsync();

        Assert.Null((await VerifyAsync()).Fault);
        Assert.NotEqual(0, await _app.StoredAsync(db => db.Incidents.CountAsync(i => i.ErasedAt != null)));
    }

    [SkippableTheory]
    [InlineData("""UPDATE "Incidents" SET "OwnerId" = (SELECT "Id" FROM "Members" WHERE "Id" <> "OwnerId" LIMIT 1)""", Incident, "FindOrders")]
    [InlineData("""UPDATE "Incidents" SET "Circle" = 99 - "Circle" """, Incident, null)]
    [InlineData("""UPDATE "Incidents" SET "Verification" = "Verification" + 1""", Incident, null)]
    [InlineData("""UPDATE "Incidents" SET "Workflow" = "Workflow" + 1""", Incident, null)]
    [InlineData("""UPDATE "Incidents" SET "Version" = "Version" + 1""", Incident, null)]
    [InlineData("""UPDATE "IncidentVictims" SET "PersonId" = NULL""", "IncidentVictims", "LogIncident")]
    [InlineData("""UPDATE "IncidentGrants" SET "Level" = 3 - "Level" """, "IncidentGrants", "GiveAccess")]
    [InlineData("""UPDATE "ProceedingStages" SET "Stage" = "Stage" + 1""", "ProceedingStages", "OpenProceeding")]
    [InlineData("""UPDATE "IncidentVerificationChanges" SET "To" = "To" + 1""", "IncidentVerificationChanges", "VerifyIncident")]
    [InlineData("""UPDATE "Members" SET "Role" = 2""", "Members", null)]
    public async Task A_changed_row_is_named_with_the_line_that_last_wrote_it(string change, string table, string? lastWrittenBy)
    {
        await SqlAsync(change);

        await ExpectAsync(TrailFaultKind.RowAltered, table, lastWrittenBy);
    }

    [SkippableFact]
    public async Task A_grant_that_is_extended_is_found()
    {
        await SqlAsync("""UPDATE "IncidentGrants" SET "ExpiresAt" = (SELECT MAX(m."CreatedAt") FROM "Members" m)""");

        await ExpectAsync(TrailFaultKind.RowAltered, "IncidentGrants", "GiveAccess");
    }

    [SkippableFact]
    public async Task A_grant_that_is_deleted_is_found()
    {
        await SqlAsync("""DELETE FROM "IncidentGrants" """);

        await ExpectAsync(TrailFaultKind.RowMissing, "IncidentGrants", "GiveAccess");
    }

    [SkippableFact]
    public async Task A_grant_that_is_entered_is_found()
    {
        var columns = await ColumnsAsync("IncidentGrants");
        var taken = string.Join(", ", columns.Select(c => c == "Sequence" ? "7" : $"\"{c}\""));
        await SqlAsync($"""INSERT INTO "IncidentGrants" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {taken} FROM "IncidentGrants" """);

        await ExpectAsync(TrailFaultKind.RowAdded, "IncidentGrants", null);
    }

    [SkippableFact]
    public async Task An_incident_that_is_deleted_with_everything_is_found()
    {
        await SqlAsync("""DELETE FROM "Incidents" """);

        var fault = (await VerifyAsync()).Fault;
        Assert.Equal(TrailFaultKind.RowMissing, fault?.Kind);
        Assert.Equal(_number, fault?.Record);
    }

    [SkippableFact]
    public async Task An_older_sealed_value_put_back_into_its_own_place_is_found()
    {
        await SqlAsync("""CREATE TABLE "Kept" AS SELECT "Title" FROM "Incidents" """);
        await RenameAsync("Another title");
        Assert.Null((await VerifyAsync()).Fault);

        await SqlAsync("""UPDATE "Incidents" SET "Title" = (SELECT "Title" FROM "Kept")""");
        await ExpectAsync(TrailFaultKind.RowAltered, Incident, "ChangeIncident");
    }

    [SkippableFact]
    public async Task A_change_that_the_product_then_wrote_over_is_found_too()
    {
        await SqlAsync("""UPDATE "Incidents" SET "IsDemonstration" = NOT "IsDemonstration" """);
        await RenameAsync("Another title");

        await ExpectAsync(TrailFaultKind.RowAlteredBefore, Incident, "ChangeIncident");
    }

    [SkippableTheory]
    [InlineData("""DELETE FROM "TrailWrites" """)]
    [InlineData("""DELETE FROM "TrailWrites" WHERE "Number" = 0""")]
    [InlineData("""UPDATE "TrailWrites" SET "Rows" = (SELECT "Mac" FROM "Trail" LIMIT 1)""")]
    public async Task What_a_line_says_that_it_wrote_cannot_be_changed(string change)
    {
        await SqlAsync(change);

        Assert.Equal(TrailFaultKind.WritesAltered, (await VerifyAsync()).Fault?.Kind);
    }

    [SkippableFact]
    public async Task Writes_that_no_line_made_are_found()
    {
        var other = Guid.CreateVersion7().ToString().ToUpperInvariant();
        await SqlAsync($"""INSERT INTO "TrailWrites" ("EntryId", "Number", "Record", "Rows") SELECT '{other}', "Number", "Record", "Rows" FROM "TrailWrites" WHERE "Number" = 0 LIMIT 1""");

        await ExpectKindAsync(TrailFaultKind.WritesAdded);
    }

    /// <summary>Every row of every guarded table, in each of its columns that is not part of a key and is vouched for.</summary>
    [SkippableFact]
    public async Task No_column_of_a_guarded_table_can_be_emptied_unseen()
    {
        var tried = 0;
        foreach (var type in await _app.GuardedAsync())
        {
            var table = StoreObjectIdentifier.Table(type.GetTableName()!);
            foreach (var column in type.GetFlattenedProperties().Where(p => p.IsNullable && !p.IsPrimaryKey() && !p.IsForeignKey()).Select(p => p.GetColumnName(table)!))
            {
                if (!UnguardedTables.Columns.ContainsKey($"{table.Name}.{column}") && await _app.CountAsync(table.Name, $"\"{column}\" IS NOT NULL") > 0)
                {
                    await SqlAsync($"""DROP TABLE IF EXISTS "Kept"; CREATE TABLE "Kept" AS SELECT * FROM "{table.Name}"; UPDATE "{table.Name}" SET "{column}" = NULL""");
                    await ExpectKindAsync(TrailFaultKind.RowAltered, $"{table.Name}.{column}");
                    await PutBackAsync(type, table.Name, column);
                    tried++;
                }
            }
        }

        Assert.True(tried > 15, $"Only {tried} columns held something.");
        await ExpectKindAsync(null, "after everything was put back");
    }

    private async Task PutBackAsync(IEntityType type, string table, string column)
    {
        var same = string.Join(" AND ", type.FindPrimaryKey()!.Properties.Select(k => $"k.\"{k.GetColumnName()}\" = \"{table}\".\"{k.GetColumnName()}\""));
        await SqlAsync($"""UPDATE "{table}" SET "{column}" = (SELECT k."{column}" FROM "Kept" k WHERE {same})""");
    }

    private async Task RenameAsync(string title)
    {
        var facts = TheFacts() with { Title = title };
        var version = (await _app.SendAsync(_owner, new GetIncidentHeader(_number))).Value.Version;
        Assert.Empty((await _app.SendAsync(_owner, new ChangeIncident(_number, version, facts))).Refusals);
    }

    private Task<List<string>> ColumnsAsync(string table) => _app.StoredAsync(db => Task.FromResult(
        db.Model.GetEntityTypes().Single(t => t.GetTableName() == table).GetFlattenedProperties().Select(p => p.GetColumnName(StoreObjectIdentifier.Table(table))!).ToList()));

    private Task<int> SqlAsync(string statements) => _app.StoredAsync(db => db.Database.ExecuteSqlRawAsync(statements));

    private Task<TrailVerdict> VerifyAsync() => _app.ProofAsync(p => p.VerifyAsync([], null, default));

    private async Task ExpectKindAsync(TrailFaultKind? kind, string? done = null) =>
        Assert.True((await VerifyAsync()).Fault is var fault && fault?.Kind == kind, $"{done}: {fault}");

    private async Task ExpectAsync(TrailFaultKind kind, string table, string? writtenBy)
    {
        var fault = (await VerifyAsync()).Fault;
        Assert.Equal((kind, table), (fault?.Kind, fault?.Row?.Split(' ')[0]));
        if (table != "Members")
        {
            Assert.Equal(_number, fault?.Record);
        }

        if (writtenBy is not null)
        {
            var line = await _app.StoredAsync(db => db.Trail.SingleAsync(e => e.Sequence == fault!.Sequence));
            Assert.Equal(writtenBy, line.Action);
        }
    }
}

public sealed class RowTamperingOnSqliteTests : RowTamperingTests<UseCasesOnSqlite>;

public sealed class RowTamperingOnPostgreSqlTests : RowTamperingTests<UseCasesOnPostgreSql>;
