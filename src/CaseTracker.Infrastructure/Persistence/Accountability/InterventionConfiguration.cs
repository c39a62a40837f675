using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Vocabularies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseTracker.Infrastructure.Persistence.Accountability;

internal sealed class InterventionConfiguration : IEntityTypeConfiguration<Intervention>
{
    public void Configure(EntityTypeBuilder<Intervention> builder)
    {
        builder.ToTable("Interventions");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.Ignore(i => i.Events);
        builder.Ignore(i => i.IsAwaiting);
        builder.Ignore(i => i.Answer);
        builder.Property(i => i.TypeCode).HasMaxLength(Term.CodeLimit);
        builder.Property(i => i.GradeCode).HasMaxLength(Term.CodeLimit);
        builder.ComplexProperty(i => i.SentOn, d => d.Date());
        builder.HasIndex(i => new { i.State, i.DueOn });
        builder.HasIndex(i => new { i.SentFrom, i.Id });
        builder.HasIndex(i => i.IncidentId);
        builder.HasOne<Incident>().WithMany().HasForeignKey(i => i.IncidentId).OnDelete(DeleteBehavior.Cascade);

        // SQL Server refuses a second cascade to the same row; the incident's own takes it along.
        builder.HasOne<Proceeding>().WithMany().HasForeignKey(i => i.ProceedingId).OnDelete(DeleteBehavior.NoAction);
        builder.HasOne<Ask>().WithMany().HasForeignKey(i => i.AskId).OnDelete(DeleteBehavior.NoAction);
        builder.HasMany(i => i.Replies).WithOne().HasForeignKey("InterventionId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(i => i.Gradings).WithOne().HasForeignKey("InterventionId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(i => i.DueChanges).WithOne().HasForeignKey("InterventionId").OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ReplyConfiguration : IEntityTypeConfiguration<Reply>
{
    public void Configure(EntityTypeBuilder<Reply> builder)
    {
        builder.PartOf<Reply, InterventionId>("InterventionReplies", "InterventionId");
        builder.ComplexProperty(r => r.ReceivedOn, d => d.Date());
        builder.Property(r => r.Code).HasMaxLength(Term.CodeLimit);
        builder.Ignore(r => r.IsNone);
    }
}

internal sealed class GradingConfiguration : IEntityTypeConfiguration<Grading>
{
    public void Configure(EntityTypeBuilder<Grading> builder)
    {
        builder.PartOf<Grading, InterventionId>("InterventionGradings", "InterventionId");
        builder.Property(g => g.GradeCode).HasMaxLength(Term.CodeLimit);
    }
}

internal sealed class DueChangeConfiguration : IEntityTypeConfiguration<DueChange>
{
    public void Configure(EntityTypeBuilder<DueChange> builder)
    {
        builder.PartOf<DueChange, InterventionId>("InterventionDueChanges", "InterventionId");
    }
}
