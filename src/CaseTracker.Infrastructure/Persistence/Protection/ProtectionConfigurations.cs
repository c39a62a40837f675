using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Vocabularies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseTracker.Infrastructure.Persistence.Protection;

internal sealed class RiskAssessmentConfiguration : IEntityTypeConfiguration<RiskAssessment>
{
    public void Configure(EntityTypeBuilder<RiskAssessment> builder)
    {
        builder.ToTable("RiskAssessments");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Ignore(a => a.Events);
        builder.Property(a => a.MethodCode).HasMaxLength(Term.CodeLimit);
        builder.HasIndex(a => new { a.IncidentId, a.Sequence }).IsUnique();
        builder.HasIndex(a => new { a.PersonId, a.AssessedOn });
        builder.HasOne<Incident>().WithMany().HasForeignKey(a => a.IncidentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(a => a.Factors).WithOne().HasForeignKey("RiskAssessmentId").OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AssessedFactorConfiguration : IEntityTypeConfiguration<AssessedFactor>
{
    public void Configure(EntityTypeBuilder<AssessedFactor> builder)
    {
        builder.ToTable("RiskAssessmentFactors");
        builder.Property<RiskAssessmentId>("RiskAssessmentId");
        builder.Property(f => f.Code).HasMaxLength(Term.CodeLimit);
        builder.HasKey("RiskAssessmentId", nameof(AssessedFactor.Code));
    }
}

internal sealed class ProtectionMeasureConfiguration : IEntityTypeConfiguration<ProtectionMeasure>
{
    public void Configure(EntityTypeBuilder<ProtectionMeasure> builder)
    {
        builder.ToTable("ProtectionMeasures");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.Ignore(m => m.Events);
        builder.Ignore(m => m.IsAwaited);
        builder.Ignore(m => m.Counted);
        builder.Property(m => m.MechanismCode).HasMaxLength(Term.CodeLimit);
        builder.Property(m => m.MeasureCode).HasMaxLength(Term.CodeLimit);
        builder.HasIndex(m => new { m.Standing, m.DueOn, m.IncidentId });
        builder.HasIndex(m => m.IncidentId);
        builder.HasOne<Incident>().WithMany().HasForeignKey(m => m.IncidentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(m => m.Steps).WithOne().HasForeignKey("ProtectionMeasureId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(m => m.Judgements).WithOne().HasForeignKey("ProtectionMeasureId").OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class MeasureStepConfiguration : IEntityTypeConfiguration<MeasureStep>
{
    public void Configure(EntityTypeBuilder<MeasureStep> builder)
    {
        builder.PartOf<MeasureStep, ProtectionMeasureId>("ProtectionMeasureSteps", "ProtectionMeasureId");
        builder.ComplexProperty(s => s.On, d => d.Date());
    }
}

internal sealed class AdequacyJudgementConfiguration : IEntityTypeConfiguration<AdequacyJudgement>
{
    public void Configure(EntityTypeBuilder<AdequacyJudgement> builder)
    {
        builder.PartOf<AdequacyJudgement, ProtectionMeasureId>("ProtectionMeasureJudgements", "ProtectionMeasureId");
        builder.ComplexProperty(j => j.On, d => d.Date());
        builder.Property(j => j.AdequacyCode).HasMaxLength(Term.CodeLimit);
        builder.Property(j => j.SaidByCode).HasMaxLength(Term.CodeLimit);
    }
}

internal sealed class SignDismissalConfiguration : IEntityTypeConfiguration<SignDismissal>
{
    public void Configure(EntityTypeBuilder<SignDismissal> builder)
    {
        builder.ToTable("SignDismissals");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.Ignore(d => d.Events);
        builder.HasIndex(d => new { d.IncidentId, d.ActSequence, d.Kind }).IsUnique();
        builder.HasOne<Incident>().WithMany().HasForeignKey(d => d.IncidentId).OnDelete(DeleteBehavior.Cascade);
    }
}
