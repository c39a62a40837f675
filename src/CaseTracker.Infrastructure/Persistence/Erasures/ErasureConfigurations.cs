using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseTracker.Infrastructure.Persistence.Erasures;

internal sealed class ErasureConfiguration : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> builder)
    {
        builder.ToTable("Erasures");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.Ignore(e => e.Events);
        builder.Ignore(e => e.Subject);
        builder.Ignore(e => e.Detail);
        builder.Ignore(e => e.What);
        builder.Property(e => e.Number).HasMaxLength(Erasure.NumberLimit);
        builder.Property(e => e.Pseudonym).HasMaxLength(Person.PseudonymLimit);
        builder.HasIndex(e => e.IncidentId);
        builder.HasIndex(e => e.FinishedAt);
        builder.HasOne<Incident>().WithMany().HasForeignKey(e => e.IncidentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Campaign>().WithMany().HasForeignKey(e => e.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Intervention>().WithMany().HasForeignKey(e => e.InterventionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(e => e.Keys).WithOne().HasForeignKey("ErasureId").OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ErasedKeyConfiguration : IEntityTypeConfiguration<ErasedKey>
{
    public void Configure(EntityTypeBuilder<ErasedKey> builder)
    {
        builder.PartOf<ErasedKey, ErasureId>("ErasureKeys", "ErasureId");
    }
}
