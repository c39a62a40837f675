using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Vocabularies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseTracker.Infrastructure.Persistence.Accountability;

internal sealed class ProceedingConfiguration : IEntityTypeConfiguration<Proceeding>
{
    public void Configure(EntityTypeBuilder<Proceeding> builder)
    {
        builder.ToTable("Proceedings");
        builder.Property<IncidentId>("IncidentId");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.KindCode).HasMaxLength(Term.CodeLimit);
        builder.Property(p => p.AuthorityCode).HasMaxLength(Authority.CodeLimit);

        // The column's name is older than the list of authorities.
        builder.Property(p => p.Unit).HasColumnName("Authority").HasMaxLength(Proceeding.UnitLimit);
        builder.Property(p => p.StalledAfterDays).HasDefaultValue(Authority.StalledAfterDefault).HasSentinel(0);
        builder.Ignore(p => p.Counted);
        builder.Ignore(p => p.CountedActs);
        builder.Ignore(p => p.LastInvestigated);
        builder.Ignore(p => p.LacksReport);
        builder.Ignore(p => p.ReportedToCode);
        builder.Ignore(p => p.Whereabouts);
        builder.Ignore(p => p.Authorities);
        builder.Ignore(p => p.StageList);
        builder.Ignore(p => p.Opening);

        // The list of stalled paths reads this index in its own order, from the longest on, and looks up no row that it does not show.
        builder.HasIndex("ClockFrom", "Id", "StalledFrom", "AuthorityCode", "IncidentId");
        builder.HasIndex(p => new { p.AuthorityCode, p.ClockFrom });
        builder.HasIndex("NextHearing", "IncidentId");

        // Which of somebody's incidents wait, counted without reading a path.
        builder.HasIndex("IncidentId", "StalledFrom", "ClockFrom", "Id");
        builder.HasMany(p => p.Stages).WithOne().HasForeignKey("ProceedingId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(p => p.InvestigativeActs).WithOne().HasForeignKey("ProceedingId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(p => p.Moves).WithOne().HasForeignKey("ProceedingId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(p => p.Against).WithOne().HasForeignKey("ProceedingId").OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class StageEntryConfiguration : IEntityTypeConfiguration<StageEntry>
{
    public void Configure(EntityTypeBuilder<StageEntry> builder)
    {
        builder.PartOfProceeding("ProceedingStages");
        builder.ComplexProperty(s => s.On, d => d.Date());
        builder.ComplexProperty(s => s.OrderedOn, d => d.Date());
        builder.Property(s => s.NotReportedReason).HasMaxLength(Term.CodeLimit);
        builder.Property(s => s.ReportedToCode).HasMaxLength(Authority.CodeLimit);
        builder.Ignore(s => s.IsReport);
    }
}

internal sealed class InvestigativeActConfiguration : IEntityTypeConfiguration<InvestigativeAct>
{
    public void Configure(EntityTypeBuilder<InvestigativeAct> builder)
    {
        builder.PartOfProceeding("ProceedingInvestigativeActs");
        builder.ComplexProperty(a => a.On, d => d.Date());
        builder.Property(a => a.Code).HasMaxLength(Term.CodeLimit);
    }
}

internal sealed class AuthorityMoveConfiguration : IEntityTypeConfiguration<AuthorityMove>
{
    public void Configure(EntityTypeBuilder<AuthorityMove> builder)
    {
        builder.PartOfProceeding("ProceedingMoves");
        builder.ComplexProperty(m => m.Since, d => d.Date());
        builder.Property(m => m.FromCode).HasMaxLength(Authority.CodeLimit);
        builder.Property(m => m.ToCode).HasMaxLength(Authority.CodeLimit);
    }
}

internal sealed class ProceededAgainstConfiguration : IEntityTypeConfiguration<ProceededAgainst>
{
    public void Configure(EntityTypeBuilder<ProceededAgainst> builder) => builder.PartOfProceeding("ProceedingDefenders");
}
