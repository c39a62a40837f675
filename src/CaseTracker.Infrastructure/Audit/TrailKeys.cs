using System.Security.Cryptography;
using CaseTracker.Application.Audit;
using CaseTracker.Domain.Audit;
using CaseTracker.Infrastructure.Hosting;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Infrastructure.Audit;

/// <summary>
/// The key that authenticates the trail and the one that signs checkpoints: two files in the data folder, for its owner
/// alone. They are made with the first line of a trail and never again: a trail whose key is gone is not carried on with
/// another one, because then everything before would look forged.
/// </summary>
public sealed class TrailKeys(DatabaseOptions options) : IDisposable
{
    private TrailKey? _trail;
    private ECDsa? _signing;

    public string Folder => Path.Combine(options.DataDirectory, "keys");

    public TrailKey Trail => _trail ?? throw new InvalidOperationException("The audit key was not loaded: nothing can be written to the trail.");

    public ECDsa Signing => _signing ?? throw new InvalidOperationException("The audit key was not loaded: nothing can be signed.");

    private string TrailFile => Path.Combine(Folder, "audit.key");

    private string SigningFile => Path.Combine(Folder, "audit-signing.key");

    /// <exception cref="AuditKeyException">The key is missing or is another than the trail was written with.</exception>
    internal async Task LoadAsync(CaseTrackerDbContext db, CancellationToken cancellationToken)
    {
        if (_trail is not null)
        {
            return;
        }

        var written = await db.TrailTree.AsNoTracking().Select(t => t.KeyId).SingleOrDefaultAsync(cancellationToken);
        if (!File.Exists(TrailFile) || !File.Exists(SigningFile))
        {
            if (written is not null || await db.Trail.AnyAsync(cancellationToken))
            {
                throw new AuditKeyException($"The keys of the trail are not in {Folder}. Put back audit.key and audit-signing.key from where you keep them; without them nothing can be written.");
            }

            await MakeAsync(cancellationToken);
        }

        var trail = new TrailKey(Convert.FromBase64String(await File.ReadAllTextAsync(TrailFile, cancellationToken)));
        written ??= await PlantAsync(db, trail, cancellationToken);
        if (written is not null && written != trail.Id)
        {
            throw new AuditKeyException($"The audit key in {Folder} is not the one that this trail was written with. Every node of an installation needs the same audit.key and audit-signing.key.");
        }

        _signing = ECDsa.Create();
        _signing.ImportFromPem(await File.ReadAllTextAsync(SigningFile, cancellationToken));
        _trail = trail;
    }

    public void Dispose() => _signing?.Dispose();

    /// <returns>Id of the key that the tree has now; null if the tree is gone from a trail that has lines, which is for a verification to tell.</returns>
    private static async Task<string?> PlantAsync(CaseTrackerDbContext db, TrailKey key, CancellationToken cancellationToken)
    {
        if (await db.Trail.AnyAsync(cancellationToken))
        {
            return null;
        }

        var tree = db.TrailTree.Add(TrailTree.Plant(key));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return key.Id;
        }
        catch (DbUpdateException)
        {
            // Another node was first: its key is the trail's.
            tree.State = EntityState.Detached;
            return await db.TrailTree.AsNoTracking().Select(t => t.KeyId).SingleAsync(cancellationToken);
        }
    }

    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        DataFolder.Prepare(Folder);
        using var signing = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await DataFolder.WriteNewSecretAsync(TrailFile, Convert.ToBase64String(RandomNumberGenerator.GetBytes(TrailKey.Length)), cancellationToken);
        await DataFolder.WriteNewSecretAsync(SigningFile, signing.ExportPkcs8PrivateKeyPem(), cancellationToken);
    }
}
