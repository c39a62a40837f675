using CaseTracker.Domain.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseTracker.Infrastructure.Persistence.Audit;

internal sealed class TrailWriteConfiguration : IEntityTypeConfiguration<TrailWrite>
{
    public void Configure(EntityTypeBuilder<TrailWrite> builder)
    {
        builder.ToTable("TrailWrites");
        builder.HasKey(w => new { w.EntryId, w.Number });
        builder.Property(w => w.EntryId).ValueGeneratedNever();
        builder.Property(w => w.Number).ValueGeneratedNever();
        builder.HasIndex(w => w.Record);
    }
}
