using CaseTracker.Domain.Audit;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Vocabularies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseTracker.Infrastructure.Persistence.FollowUps;

internal sealed class FollowUpConfiguration : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.ToTable("FollowUps");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Version).IsConcurrencyToken();
        builder.Ignore(f => f.Events);
        builder.Ignore(f => f.IsOpen);
        builder.Property(f => f.KindCode).HasMaxLength(Term.CodeLimit);
        builder.Property(f => f.OutcomeCode).HasMaxLength(Term.CodeLimit);
        builder.HasIndex(f => new { f.Status, f.DueOn });
        builder.HasIndex(f => new { f.AssigneeId, f.Status, f.DueOn, f.IncidentId });
        builder.HasIndex(f => f.IncidentId);
        builder.HasOne<Incident>().WithMany().HasForeignKey(f => f.IncidentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(f => f.Snoozes).WithOne().HasForeignKey("FollowUpId").OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SnoozeConfiguration : IEntityTypeConfiguration<Snooze>
{
    public void Configure(EntityTypeBuilder<Snooze> builder)
    {
        builder.PartOf<Snooze, FollowUpId>("FollowUpSnoozes", "FollowUpId");
    }
}

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("Notices");
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Key).HasMaxLength(Notice.KeyLimit);
        builder.Property(n => n.Subject).HasMaxLength(AuditEntry.SubjectLimit);
        builder.Property(n => n.Detail).HasMaxLength(AuditEntry.DetailLimit);
        builder.HasIndex(n => n.Key).IsUnique();
        builder.HasIndex(n => new { n.MemberId, n.SeenAt });
        builder.HasIndex(n => new { n.FollowUpId, n.DueOn });
        builder.HasOne<Incident>().WithMany().HasForeignKey(n => n.IncidentId).OnDelete(DeleteBehavior.Cascade);
    }
}
