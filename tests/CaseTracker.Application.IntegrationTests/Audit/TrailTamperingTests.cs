using System.Security.Cryptography;
using CaseTracker.Domain.Audit;
using CaseTracker.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.IntegrationTests.Audit;

/// <summary>
/// What somebody can do who owns the database and has no key. Each is found, and the first line concerned is named. The
/// trail has ten lines, all sealed, when they begin.
/// </summary>
public sealed class TrailTamperingTests : TamperedTrail<UseCasesOnSqlite>
{
    [SkippableFact]
    public async Task Finds_nothing_where_nothing_was_done()
    {
        await WriteAsync(3);
        var verdict = await VerifyAsync(Checkpoint.Read(await CheckpointAsync())!);
        Assert.Equal((null, 13, 0, 1), (verdict.Fault, verdict.Sealed, verdict.Waiting, verdict.Checkpoints));
    }

    [SkippableTheory]
    [InlineData("\"Outcome\" = 2")]
    [InlineData("\"Action\" = 'Nothing'")]
    [InlineData("\"Subject\" = 'CT-2026-99999'")]
    [InlineData("\"Subject\" = NULL")]
    [InlineData("\"Detail\" = 'J1>J2'")]
    [InlineData("\"ActorId\" = NULL")]
    [InlineData("\"ActorId\" = '01234567-89AB-7DEF-8123-456789ABCDEF'")]
    [InlineData("\"At\" = \"At\" + 10000000")]
    [InlineData("\"Id\" = '01234567-89AB-7DEF-8123-456789ABCDEF'")]
    [InlineData("\"Mac\" = x'00'")]
    public async Task Edit(string change)
    {
        await SqlAsync($"""UPDATE "Trail" SET {change} WHERE "Sequence" = 4""");
        await ExpectAsync(new(TrailFaultKind.LineAltered, 4, 3));
    }

    [SkippableTheory]
    [InlineData("\"ActorId\" = 'somebody'")]
    [InlineData("\"At\" = 9223372036854775807")]
    public async Task Edit_into_what_cannot_be_read(string change)
    {
        await SqlAsync($"""UPDATE "Trail" SET {change} WHERE "Sequence" = 4""");
        await ExpectAsync(new(TrailFaultKind.LineUnreadable, 4));
    }

    [SkippableFact]
    public async Task Edit_with_the_leaf_hash_recomputed()
    {
        await SqlAsync("""UPDATE "Trail" SET "Detail" = 'J1>J2' WHERE "Sequence" = 4""");
        var forged = await App.StoredAsync(db => db.Trail.AsNoTracking().SingleAsync(e => e.Sequence == 4));
        await SqlAsync($"""UPDATE "Trail" SET "LeafHash" = x'{Convert.ToHexString(MerkleTree.Leaf(forged.Canonical()))}' WHERE "Sequence" = 4""");
        await ExpectAsync(new(TrailFaultKind.LineAltered, 4, 3));
    }

    [SkippableFact]
    public async Task Leaf_hash_replaced()
    {
        await SqlAsync($"""UPDATE "Trail" SET "LeafHash" = x'{Convert.ToHexString(MerkleTree.Leaf([1]))}' WHERE "Sequence" = 4""");
        await ExpectAsync(new(TrailFaultKind.LeafReplaced, 4, 3));
    }

    [SkippableFact]
    public async Task Delete_in_the_middle()
    {
        await SqlAsync("""DELETE FROM "Trail" WHERE "Sequence" = 5""");
        await ExpectAsync(new(TrailFaultKind.LineMissing, Place: 4));
    }

    [SkippableFact]
    public async Task Delete_in_the_middle_and_close_the_gap()
    {
        await SqlAsync("""DELETE FROM "Trail" WHERE "Sequence" = 5; UPDATE "Trail" SET "TreeIndex" = "TreeIndex" - 1, "Sequence" = "Sequence" - 1 WHERE "Sequence" > 5""");
        await ExpectAsync(new(TrailFaultKind.LineMoved, 5, 4));
    }

    [SkippableFact]
    public async Task Reorder()
    {
        await SqlAsync("""UPDATE "Trail" SET "TreeIndex" = 9 - "TreeIndex" WHERE "TreeIndex" IN (2, 7)""");
        await ExpectAsync(new(TrailFaultKind.LineMoved, 8, 2));
    }

    [SkippableFact]
    public async Task Exchange_of_what_two_lines_say()
    {
        await SqlAsync("""
            CREATE TEMP TABLE "Kept" AS SELECT * FROM "Trail" WHERE "Sequence" IN (3, 8);
            DELETE FROM "Trail" WHERE "Sequence" IN (3, 8);
            UPDATE "Kept" SET "Sequence" = 11 - "Sequence", "TreeIndex" = 9 - "TreeIndex";
            INSERT INTO "Trail" SELECT * FROM "Kept"
            """);
        await ExpectAsync(new(TrailFaultKind.LineMoved, 3, 2));
    }

    [SkippableFact]
    public async Task Truncate()
    {
        await SqlAsync("""DELETE FROM "Trail" WHERE "Sequence" > 7""");
        await ExpectAsync(new(TrailFaultKind.CutOff, Place: 7, Count: 3));
    }

    [SkippableTheory]
    [InlineData("\"Size\" = 7")]
    [InlineData("\"Peaks\" = x''")]
    [InlineData("\"VerifiedAt\" = 1")]
    [InlineData("\"CheckpointSize\" = 1")]
    [InlineData("\"Fault\" = 3")]
    [InlineData("\"Mac\" = x'00'")]
    public async Task Truncate_and_change_the_tree(string change)
    {
        await SqlAsync($"""DELETE FROM "Trail" WHERE "Sequence" > 7; UPDATE "TrailTree" SET {change}""");
        await ExpectAsync(new(TrailFaultKind.TreeAltered));
        Assert.False((await App.StateAsync()).IsIntact);
        await Assert.ThrowsAsync<TrailTreeException>(CheckpointAsync);
    }

    [SkippableFact]
    public async Task Tree_deleted()
    {
        await SqlAsync("""DELETE FROM "TrailTree" """);
        await ExpectAsync(new(TrailFaultKind.TreeMissing));
        await WriteAsync(1);
        await Assert.ThrowsAsync<TrailTreeException>(() => App.SealAsync());
    }

    [SkippableFact]
    public async Task Insert()
    {
        await SqlAsync("""
            INSERT INTO "Trail" ("Id", "At", "Action", "Outcome", "Mac") SELECT '01234567-89AB-7DEF-8123-456789ABCDEF', "At", "Action", "Outcome", "Mac" FROM "Trail" WHERE "Sequence" = 4
            """);
        await ExpectAsync(new(TrailFaultKind.LineAltered, 11, 10));
    }

    [SkippableFact]
    public async Task Insert_of_the_same_line_again()
    {
        await SqlAsync("""
            DROP INDEX "IX_Trail_Id";
            INSERT INTO "Trail" ("Id", "At", "ActorId", "Action", "Outcome", "Subject", "Detail", "Mac")
            SELECT "Id", "At", "ActorId", "Action", "Outcome", "Subject", "Detail", "Mac" FROM "Trail" WHERE "Sequence" = 4
            """);
        await ExpectAsync(new(TrailFaultKind.LineRepeated, 11));
    }

    [SkippableFact]
    public async Task Insert_at_a_place_that_is_taken()
    {
        await SqlAsync("""DROP INDEX "IX_Trail_Id"; CREATE TEMP TABLE "Kept" AS SELECT * FROM "Trail" WHERE "Sequence" = 4; UPDATE "Kept" SET "Sequence" = 11; INSERT INTO "Trail" SELECT * FROM "Kept" """);
        await ExpectAsync(new(TrailFaultKind.PlaceTaken, 11, 3));
    }

    [SkippableFact]
    public async Task A_line_kept_from_the_sequencer()
    {
        await WriteAsync(1);
        await SqlAsync("""UPDATE "Trail" SET "TreeIndex" = 40 WHERE "Sequence" = 11""");
        await ExpectAsync(new(TrailFaultKind.BeyondTree, 11, 40));
    }

    [SkippableFact]
    public async Task Edit_before_it_is_sealed()
    {
        await WriteAsync(1);
        await SqlAsync("""UPDATE "Trail" SET "ActorId" = NULL WHERE "Sequence" = 11""");
        await ExpectAsync(new(TrailFaultKind.LineAltered, 11, 10));
    }

    [SkippableTheory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task Delete_before_it_is_sealed(int sequence)
    {
        await WriteAsync(2);
        await SqlAsync($"""DELETE FROM "Trail" WHERE "Sequence" = {sequence}""");
        await ExpectAsync(new(TrailFaultKind.NumberMissing, sequence));
    }

    [SkippableFact]
    public async Task An_older_database_put_back()
    {
        var copy = Path.Combine(App.Database.Folder, "copy.db");
        await SqlAsync($"VACUUM INTO '{copy}'");
        await WriteAsync(2);
        var kept = Checkpoint.Read(await CheckpointAsync())!;
        PutBack(copy);

        // Nothing in the older database contradicts itself: only what was kept outside does.
        await ExpectAsync(null);
        await ExpectAsync(new(TrailFaultKind.ShorterThanCheckpoint, Count: 2), kept);

        await WriteAsync(5);
        await ExpectAsync(new(TrailFaultKind.CheckpointDiffers, Count: 12), kept);
    }

    [SkippableFact]
    public async Task Checkpoint_of_somebody_else()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var forged = Checkpoint.Read(Checkpoint.Sign(1, MerkleTree.Leaf([1]), App.Clock.GetUtcNow(), key))!;
        await ExpectAsync(new(TrailFaultKind.ForeignCheckpoint), forged);
    }

    private void PutBack(string copy)
    {
        SqliteConnection.ClearAllPools();
        var file = new SqliteConnectionStringBuilder(App.Database.ConnectionString).DataSource;
        File.Delete(file + "-wal");
        File.Delete(file + "-shm");
        File.Copy(copy, file, overwrite: true);
    }
}

/// <summary>The same on a server, for what depends on nothing of SQLite.</summary>
public sealed class TrailTamperingOnPostgreSqlTests : TamperedTrail<UseCasesOnPostgreSql>
{
    [SkippableFact]
    public async Task Edit()
    {
        await SqlAsync("""UPDATE "Trail" SET "Subject" = 'CT-2026-99999' WHERE "TreeIndex" = 3""");
        await ExpectAsync(new(TrailFaultKind.LineAltered, await SequenceAtAsync(3), 3));
    }

    [SkippableFact]
    public async Task Delete_and_close_the_gap()
    {
        await SqlAsync("""DELETE FROM "Trail" WHERE "TreeIndex" = 4; UPDATE "Trail" SET "TreeIndex" = "TreeIndex" - 1 WHERE "TreeIndex" > 4""");
        await ExpectAsync(new(TrailFaultKind.LineMoved, await SequenceAtAsync(4), 4));
    }

    [SkippableFact]
    public async Task Numbers_that_rolled_back_writes_had_taken_are_not_taken_for_deleted_lines()
    {
        await SqlAsync("""SELECT nextval(pg_get_serial_sequence('"Trail"', 'Sequence'))""");
        await WriteAsync(2);
        await ExpectAsync(null);
    }

    private Task<long> SequenceAtAsync(long place) => App.StoredAsync(db => db.Trail.Where(e => e.TreeIndex == place).Select(e => e.Sequence).SingleAsync());
}
