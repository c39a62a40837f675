using CaseTracker.Application.Audit;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.IntegrationTests.Audit;

public sealed class GuardedTablesTests(UseCasesOnSqlite app) : IClassFixture<UseCasesOnSqlite>
{
    [Fact]
    public async Task Every_table_is_guarded_or_says_why_not()
    {
        var types = await app.StoredAsync(db => Task.FromResult(db.Model.GetEntityTypes().ToList()));
        var first = types.Where(t => !t.IsOwned()).ToDictionary(t => t.GetTableName()!, t => t.FindPrimaryKey()!.Properties[0].ClrType);

        Assert.Empty(UnguardedTables.All.Keys.Except(first.Keys));
        Expect.None(first.Where(t => !UnguardedTables.All.ContainsKey(t.Key) && t.Value != typeof(Guid) && !t.Value.IsAssignableTo(typeof(IStronglyTypedId)))
            .Select(t => $"{t.Key}: its key does not begin with an id. Give it one, or list it in UnguardedTables with the reason."));
    }

    [Fact]
    public async Task What_would_store_rows_without_a_line_is_refused()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StoredAsync(db => db.People.ExecuteUpdateAsync(s => s.SetProperty(p => p.Pseudonym, "Nobody"))));
        Assert.Contains("People", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.StoredAsync(db => db.FollowUps.ExecuteDeleteAsync()));
    }

    [Fact]
    public async Task What_is_stored_without_an_operation_has_a_line_of_its_own()
    {
        await app.FoundTeamAsync();

        var line = await app.StoredAsync(db => db.Trail.OrderByDescending(e => e.Sequence).FirstAsync());
        Assert.Equal(("StoreRecords", (Guid?)null), (line.Action, line.ActorId?.Value));
        Assert.NotNull(line.Writes);
    }
}
