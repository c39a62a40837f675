using CaseTracker.Domain.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseTracker.Infrastructure.Persistence.Incidents;

internal sealed class AccessGrantConfiguration : IEntityTypeConfiguration<AccessGrant>
{
    public void Configure(EntityTypeBuilder<AccessGrant> builder)
    {
        builder.PartOfIncident("IncidentGrants");

        // Taken back twice at the same moment, it is taken back once: the second writer is refused.
        builder.Property(g => g.RevokedAt).IsConcurrencyToken();

        // Answers "what was this reader named for?" for every query, without reading the grants of others.
        builder.HasIndex("MemberId", "RevokedAt", "ExpiresAt", "Level", "IncidentId");
    }
}

internal sealed class HandOverConfiguration : IEntityTypeConfiguration<HandOver>
{
    public void Configure(EntityTypeBuilder<HandOver> builder)
    {
        builder.PartOfIncident("IncidentHandOvers");
        builder.Ignore(h => h.IsOpen);

        // Accepted and withdrawn at the same moment, it is one of the two: the second writer is refused.
        builder.Property(h => h.State).IsConcurrencyToken();
        builder.HasIndex(h => new { h.To, h.State });
    }
}

internal sealed class IdentityOpeningConfiguration : IEntityTypeConfiguration<IdentityOpening>
{
    public void Configure(EntityTypeBuilder<IdentityOpening> builder)
    {
        builder.PartOfIncident("IncidentIdentityOpenings");
        builder.HasIndex("MemberId", "ExpiresAt", "IncidentId");
    }
}
