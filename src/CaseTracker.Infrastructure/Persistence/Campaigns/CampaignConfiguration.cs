using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Vocabularies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseTracker.Infrastructure.Persistence.Campaigns;

internal sealed class CampaignConfiguration : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> builder)
    {
        builder.ToTable("Campaigns");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Ignore(c => c.Events);
        builder.Property(c => c.Number).HasMaxLength(Campaign.NumberLimit);
        builder.Property(c => c.ReachUnitCode).HasMaxLength(Term.CodeLimit);
        builder.ComplexProperty(c => c.FirstSeen, d => d.Date());
        builder.HasIndex(c => c.Number).IsUnique();
        builder.HasIndex(c => new { c.TeamId, c.FirstDay });
        builder.HasIndex(c => c.OwnerId);
        builder.HasMany(c => c.Narratives).WithOne().HasForeignKey("CampaignId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Outlets).WithOne().HasForeignKey("CampaignId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Speakers).WithOne().HasForeignKey("CampaignId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Addresses).WithOne().HasForeignKey("CampaignId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Incidents).WithOne().HasForeignKey("CampaignId").OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CampaignNarrativeConfiguration : IEntityTypeConfiguration<CampaignNarrative>
{
    public void Configure(EntityTypeBuilder<CampaignNarrative> builder)
    {
        builder.ToTable("CampaignNarratives");
        builder.Property<CampaignId>("CampaignId");
        builder.HasKey("CampaignId", nameof(CampaignNarrative.Code));
        builder.Property(n => n.Code).HasMaxLength(Term.CodeLimit);
    }
}

internal sealed class CampaignOutletConfiguration : IEntityTypeConfiguration<CampaignOutlet>
{
    public void Configure(EntityTypeBuilder<CampaignOutlet> builder)
    {
        builder.PartOf<CampaignOutlet, CampaignId>("CampaignOutlets", "CampaignId");
        builder.Property(o => o.KindCode).HasMaxLength(Term.CodeLimit);
    }
}

internal sealed class CampaignSpeakerConfiguration : IEntityTypeConfiguration<CampaignSpeaker>
{
    public void Configure(EntityTypeBuilder<CampaignSpeaker> builder)
    {
        builder.PartOf<CampaignSpeaker, CampaignId>("CampaignSpeakers", "CampaignId");
        builder.Property(s => s.PerpetratorCode).HasMaxLength(Term.CodeLimit);
    }
}

internal sealed class CampaignAddressConfiguration : IEntityTypeConfiguration<CampaignAddress>
{
    public void Configure(EntityTypeBuilder<CampaignAddress> builder) => builder.PartOf<CampaignAddress, CampaignId>("CampaignAddresses", "CampaignId");
}

internal sealed class CampaignIncidentConfiguration : IEntityTypeConfiguration<CampaignIncident>
{
    public void Configure(EntityTypeBuilder<CampaignIncident> builder)
    {
        builder.PartOf<CampaignIncident, CampaignId>("CampaignIncidents", "CampaignId");
        builder.HasIndex(i => i.IncidentId);

        // Of two who take an incident out at once, one is told that it is out already.
        builder.Property(i => i.RemovedAt).IsConcurrencyToken();
        builder.HasOne<Incident>().WithMany().HasForeignKey(i => i.IncidentId).OnDelete(DeleteBehavior.Restrict);
    }
}
