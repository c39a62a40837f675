using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Vocabularies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseTracker.Infrastructure.Persistence.Incidents;

internal sealed class IncidentConfiguration : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        builder.ToTable("Incidents");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.Ignore(i => i.Events);
        builder.Ignore(i => i.IndependentSources);
        builder.Ignore(i => i.Roster);
        builder.Property(i => i.Number).HasMaxLength(Incident.NumberLimit);
        builder.Property(i => i.ConsentCode).HasMaxLength(Term.CodeLimit);
        builder.Property(i => i.PriorityCode).HasMaxLength(Term.CodeLimit);
        builder.ComplexProperty(i => i.StartedOn, d => d.Date());
        builder.ComplexProperty(i => i.EndedOn, d => d.Date());
        builder.ComplexProperty(i => i.Place, place =>
        {
            place.Property(p => p.Country).HasMaxLength(Area.CodeLimit);
            place.Property(p => p.State).HasMaxLength(Area.CodeLimit);
            place.Ignore(p => p.Municipality);
        });
        builder.HasIndex(i => i.Number).IsUnique();
        builder.HasIndex(i => new { i.FirstDay, i.Id });
        builder.HasIndex(i => new { i.CreatedAt, i.Id });
        builder.HasIndex(i => new { i.IsSupported, i.Verification });
        builder.HasIndex(i => new { i.TeamId, i.FirstDay });
        builder.HasIndex(i => new { i.OwnerId, i.FirstDay });
        builder.HasIndex(i => new { i.OwnerId, i.HighestStage, i.LastInvestigated });

        // Answers "may the reader see it?" for every follow-up, person and notice, and how many there are and how many of
        // them are invented, without reading the long row itself.
        builder.HasIndex(i => new { i.Id, i.OwnerId, i.TeamId, i.Circle, i.IsDemonstration, i.ErasedAt });

        // The same for everything that is somebody's own.
        builder.HasIndex(i => new { i.OwnerId, i.ErasedAt, i.Circle, i.TeamId, i.Id });

        builder.HasMany(i => i.Victims).WithOne().HasForeignKey("IncidentId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(i => i.Acts).WithOne().HasForeignKey("IncidentId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(i => i.Involvements).WithOne().HasForeignKey("IncidentId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(i => i.Sources).WithOne().HasForeignKey("IncidentId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(i => i.ClaimSupports).WithOne().HasForeignKey("IncidentId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(i => i.Accusations).WithOne().HasForeignKey("IncidentId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(i => i.Citations).WithOne().HasForeignKey("IncidentId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(i => i.Proceedings).WithOne().HasForeignKey("IncidentId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(i => i.OrderFindings).WithOne().HasForeignKey("IncidentId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(i => i.WorkflowChanges).WithOne().HasForeignKey("IncidentId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(i => i.VerificationChanges).WithOne().HasForeignKey("IncidentId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(i => i.Grants).WithOne().HasForeignKey("IncidentId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(i => i.HandOvers).WithOne().HasForeignKey("IncidentId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(i => i.IdentityOpenings).WithOne().HasForeignKey("IncidentId").OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class VictimConfiguration : IEntityTypeConfiguration<Victim>
{
    public void Configure(EntityTypeBuilder<Victim> builder)
    {
        builder.PartOfIncident("IncidentVictims");
        builder.HasIndex(v => v.PersonId);
        builder.HasOne<Domain.People.Person>().WithMany().HasForeignKey(v => v.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ActConfiguration : IEntityTypeConfiguration<Act>
{
    public void Configure(EntityTypeBuilder<Act> builder)
    {
        builder.PartOfIncident("IncidentActs");
        builder.ComplexProperty(a => a.On, d => d.Date());
        builder.Property(a => a.Code).HasMaxLength(Term.CodeLimit);
        builder.Property(a => a.MethodCode).HasMaxLength(Term.CodeLimit);
        builder.Property(a => a.MotiveCode).HasMaxLength(Term.CodeLimit);
        builder.Property(a => a.VictimStateCode).HasMaxLength(Term.CodeLimit);
        builder.Property(a => a.RightCode).HasMaxLength(Term.CodeLimit);
        builder.HasIndex(a => a.Code);
    }
}

internal sealed class InvolvementConfiguration : IEntityTypeConfiguration<Involvement>
{
    public void Configure(EntityTypeBuilder<Involvement> builder)
    {
        builder.PartOfIncident("IncidentInvolvements");
        builder.Property(i => i.PerpetratorCode).HasMaxLength(Term.CodeLimit);
        builder.Property(i => i.RoleCode).HasMaxLength(Term.CodeLimit);
        builder.Property(i => i.ProofCode).HasMaxLength(Term.CodeLimit);
        builder.HasIndex(i => i.PerpetratorCode);
    }
}

internal sealed class SourceConfiguration : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> builder)
    {
        builder.PartOfIncident("IncidentSources");
        builder.Property(s => s.ConnectionCode).HasMaxLength(Term.CodeLimit);
        builder.Property(s => s.MaterialCode).HasMaxLength(Term.CodeLimit);
        builder.Property(s => s.ReliabilityCode).HasMaxLength(Term.CodeLimit);
    }
}

internal sealed class ClaimSupportConfiguration : IEntityTypeConfiguration<ClaimSupport>
{
    public void Configure(EntityTypeBuilder<ClaimSupport> builder) => builder.PartOfIncident("IncidentClaimSupports");
}

internal sealed class AccusationConfiguration : IEntityTypeConfiguration<Accusation>
{
    public void Configure(EntityTypeBuilder<Accusation> builder)
    {
        builder.ToTable("IncidentAccusations");
        builder.Property<IncidentId>("IncidentId");
        builder.HasKey("IncidentId", nameof(Accusation.Code));
        builder.Property(a => a.Code).HasMaxLength(Term.CodeLimit);
    }
}

internal sealed class CitationConfiguration : IEntityTypeConfiguration<Citation>
{
    public void Configure(EntityTypeBuilder<Citation> builder)
    {
        builder.ToTable("IncidentCitations");
        builder.Property<IncidentId>("IncidentId");
        builder.HasKey("IncidentId", nameof(Citation.ReleaseId));
        builder.HasIndex(c => c.ReleaseId);
        builder.HasOne<Domain.Reference.Release>().WithMany().HasForeignKey(c => c.ReleaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WorkflowChangeConfiguration : IEntityTypeConfiguration<WorkflowChange>
{
    public void Configure(EntityTypeBuilder<WorkflowChange> builder)
    {
        builder.PartOfIncident("IncidentWorkflowChanges");
    }
}

internal sealed class VerificationChangeConfiguration : IEntityTypeConfiguration<VerificationChange>
{
    public void Configure(EntityTypeBuilder<VerificationChange> builder)
    {
        builder.PartOfIncident("IncidentVerificationChanges");
    }
}

internal sealed class OrderFindingConfiguration : IEntityTypeConfiguration<OrderFinding>
{
    public void Configure(EntityTypeBuilder<OrderFinding> builder)
    {
        builder.PartOfIncident("IncidentOrderFindings");
    }
}

internal sealed class IncidentDraftConfiguration : IEntityTypeConfiguration<IncidentDraft>
{
    public void Configure(EntityTypeBuilder<IncidentDraft> builder)
    {
        builder.ToTable("IncidentDrafts");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => d.OwnerId);
    }
}

internal sealed class IncidentWordConfiguration : IEntityTypeConfiguration<IncidentWord>
{
    public void Configure(EntityTypeBuilder<IncidentWord> builder)
    {
        builder.ToTable("IncidentWords");
        builder.HasKey(w => new { w.Word, w.IncidentId });
        builder.HasIndex(w => w.IncidentId);
        builder.HasOne<Incident>().WithMany().HasForeignKey(w => w.IncidentId).OnDelete(DeleteBehavior.Cascade);
    }
}
