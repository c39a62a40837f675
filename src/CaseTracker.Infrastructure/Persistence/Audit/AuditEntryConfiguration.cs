using CaseTracker.Domain.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseTracker.Infrastructure.Persistence.Audit;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("Trail");
        builder.HasKey(e => e.Sequence);
        builder.Property(e => e.Sequence).ValueGeneratedOnAdd();
        builder.Property(e => e.Action).HasMaxLength(AuditEntry.ActionLimit);
        builder.Property(e => e.Subject).HasMaxLength(AuditEntry.SubjectLimit);
        builder.Property(e => e.Detail).HasMaxLength(AuditEntry.DetailLimit);
        builder.Property(e => e.Writes).HasMaxLength(MerkleTree.HashLength);
        builder.Property(e => e.Mac).HasMaxLength(MerkleTree.HashLength);
        builder.Property(e => e.LeafHash).HasMaxLength(MerkleTree.HashLength);
        builder.Property(e => e.PlaceMac).HasMaxLength(MerkleTree.HashLength);
        builder.HasIndex(e => e.Id).IsUnique();
        builder.HasIndex(e => e.At);
        builder.HasIndex(e => new { e.Subject, e.Sequence });
        builder.HasIndex(e => new { e.TreeIndex, e.Sequence });
    }
}
