using System.Collections.Concurrent;
using CaseTracker.Application.Confidentiality;

namespace CaseTracker.Infrastructure.Confidentiality;

/// <summary>Data keys in memory for a minute: a key destroyed by another node is forgotten here as soon.</summary>
internal sealed class DataKeyCache(TimeProvider time)
{
    private const int Most = 20_000;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<KeyOwner, (byte[] Key, DateTimeOffset Until)> _keys = new();

    public byte[]? Find(KeyOwner owner) => _keys.TryGetValue(owner, out var kept) && kept.Until > time.GetUtcNow() ? kept.Key : null;

    public void Keep(KeyOwner owner, byte[] key)
    {
        if (_keys.Count >= Most)
        {
            _keys.Clear();
        }

        _keys[owner] = (key, time.GetUtcNow() + Kept);
    }

    public void Forget(KeyOwner owner) => _keys.TryRemove(owner, out _);

    public void Clear() => _keys.Clear();
}
