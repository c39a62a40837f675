using CaseTracker.Application.Confidentiality;
using CaseTracker.Infrastructure.Confidentiality;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Application.IntegrationTests.Erasures;

/// <summary>What a backup of the key database would hold of one record.</summary>
internal sealed class KeyBackup(UseCases app, KeyOwner owner, IReadOnlyList<WrappedKey> rows)
{
    public static async Task<KeyBackup> OfAsync(UseCases app, KeyOwner owner)
    {
        await using var db = await ContextAsync(app);
        return new(app, owner, await db.Keys.AsNoTracking().Where(k => k.KeyId == owner.Id && k.Kind == owner.Kind).ToListAsync());
    }

    public IReadOnlyList<byte[]> Blobs => [.. rows.Select(r => r.Blob)];

    /// <summary>As if the key database of then were put back.</summary>
    public async Task RestoreAsync()
    {
        await using var db = await ContextAsync(app);
        await db.Destroyed.Where(d => d.KeyId == owner.Id && d.Kind == owner.Kind).ExecuteDeleteAsync();
        db.Keys.AddRange(rows);
        await db.SaveChangesAsync();
    }

    private static Task<KeyDbContext> ContextAsync(UseCases app) => app.Services.GetRequiredService<IDbContextFactory<KeyDbContext>>().CreateDbContextAsync();
}
