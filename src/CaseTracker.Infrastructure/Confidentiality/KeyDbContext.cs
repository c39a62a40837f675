using CaseTracker.Application.Confidentiality;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Infrastructure.Confidentiality;

/// <summary>
/// Data keys, each wrapped for every recipient that may unwrap it. A database of its own: whoever gets the other one gets
/// no key, and backups of this one are few and short-lived (an old one would bring destroyed keys back).
/// </summary>
public sealed class KeyDbContext(DbContextOptions<KeyDbContext> options) : DbContext(options)
{
    public DbSet<KeyRecipient> Recipients => Set<KeyRecipient>();

    public DbSet<WrappedKey> Keys => Set<WrappedKey>();

    public DbSet<DestroyedKey> Destroyed => Set<DestroyedKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Persistence.Conventions.Apply(configurationBuilder, Database.ProviderName);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<KeyRecipient>(recipient =>
        {
            recipient.ToTable("KeyRecipients");
            recipient.HasKey(r => r.Id);
            recipient.Property(r => r.Id).ValueGeneratedNever();
            recipient.Property(r => r.Check).HasMaxLength(200);
        });
        modelBuilder.Entity<WrappedKey>(key =>
        {
            key.ToTable("WrappedKeys");
            key.HasKey(k => new { k.KeyId, k.Kind, k.RecipientId });
            key.HasIndex(k => k.RecipientId);
            key.Property(k => k.Blob).HasMaxLength(200);
            key.HasOne<KeyRecipient>().WithMany().HasForeignKey(k => k.RecipientId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<DestroyedKey>(key =>
        {
            key.ToTable("DestroyedKeys");
            key.HasKey(k => new { k.KeyId, k.Kind });
        });
    }
}

/// <summary>Who can unwrap: today key-encryption keys of the installation; a person's own key can join without touching data.</summary>
public sealed class KeyRecipient
{
    public Guid Id { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Set when another key-encryption key has taken over: nothing is wrapped for it any more.</summary>
    public DateTimeOffset? RetiredAt { get; set; }

    /// <summary>Opens under the right key-encryption key and under no other.</summary>
    public byte[] Check { get; init; } = [];
}

public sealed class WrappedKey
{
    public Guid KeyId { get; init; }

    public KeyKind Kind { get; init; }

    public Guid RecipientId { get; init; }

    public WrapAlgorithm Algorithm { get; init; }

    public byte[] Blob { get; init; } = [];
}

public enum WrapAlgorithm
{
    /// <summary>AES-256-GCM under the recipient's key-encryption key, bound to key, kind and recipient.</summary>
    Aes256Gcm = 1,
}

/// <summary>That a key was destroyed, and when: what it sealed is gone on purpose, and not by a fault.</summary>
public sealed class DestroyedKey
{
    public Guid KeyId { get; init; }

    public KeyKind Kind { get; init; }

    public DateTimeOffset At { get; init; }
}
