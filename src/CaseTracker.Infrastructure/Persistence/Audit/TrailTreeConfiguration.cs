using CaseTracker.Domain.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseTracker.Infrastructure.Persistence.Audit;

internal sealed class TrailTreeConfiguration : IEntityTypeConfiguration<TrailTree>
{
    public void Configure(EntityTypeBuilder<TrailTree> builder)
    {
        builder.ToTable("TrailTree");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.KeyId).HasMaxLength(TrailTree.KeyIdLimit);
        builder.Property(t => t.Peaks).HasMaxLength(MerkleFrontier.MostBytes);
        builder.Property(t => t.Mac).HasMaxLength(MerkleTree.HashLength);
    }
}
