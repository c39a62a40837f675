using System.Collections.Concurrent;
using CaseTracker.Application.Confidentiality;

namespace CaseTracker.Infrastructure.Confidentiality;

/// <summary>Data keys in memory for a minute: a key destroyed by another node is forgotten here as soon.</summary>
internal sealed class DataKeyCache(TimeProvider time)
{
    private const int Most = 20_000;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<KeyOwner, (byte[] Key, DateTimeOffset Until)> _keys = new();

    /// <summary>Kept since it was last cleared. The dictionary itself would have to lock every part of it to count.</summary>
    private int _count;

    public byte[]? Find(KeyOwner owner) => _keys.TryGetValue(owner, out var kept) && kept.Until > time.GetUtcNow() ? kept.Key : null;

    public void Keep(KeyOwner owner, byte[] key)
    {
        if (Interlocked.Increment(ref _count) > Most)
        {
            Clear();
        }

        _keys[owner] = (key, time.GetUtcNow() + Kept);
    }

    public void Forget(KeyOwner owner) => _keys.TryRemove(owner, out _);

    public void Clear()
    {
        _keys.Clear();
        Interlocked.Exchange(ref _count, 0);
    }
}
