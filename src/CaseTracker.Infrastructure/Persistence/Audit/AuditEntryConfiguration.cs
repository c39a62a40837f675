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
        builder.HasIndex(e => new { e.Subject, e.Sequence });
    }
}
