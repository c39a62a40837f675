using CaseTracker.Domain.Places;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Vocabularies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseTracker.Infrastructure.Persistence.Reference;

internal sealed class ReleaseConfiguration : IEntityTypeConfiguration<Release>
{
    public void Configure(EntityTypeBuilder<Release> builder)
    {
        builder.ToTable("Releases");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Ignore(r => r.Events);
        builder.Property(r => r.Key).HasMaxLength(Release.KeyLimit);
        builder.Property(r => r.Country).HasMaxLength(Area.CodeLimit);
        builder.ComplexProperty(r => r.Title, t => t.Text(BilingualText.LineLimit));
        builder.ComplexProperty(r => r.Publisher, t => t.Text(BilingualText.LineLimit));
        builder.ComplexProperty(r => r.Date, d => d.Date());
        builder.ComplexProperty(r => r.DateNote, t => t.Text());
        builder.ComplexProperty(r => r.Summary, t => t.Text());
        builder.ComplexProperty(r => r.RelevantNote, t => t.Text());
        builder.ComplexProperty(r => r.Appointment, t => t.Text());
        builder.ComplexProperty(r => r.SourceLabel, t => t.Text(BilingualText.LineLimit));
        builder.ComplexProperty(r => r.Source, t => t.Text());
        builder.PrimitiveCollection(r => r.States);
        builder.PrimitiveCollection(r => r.RelevantActs);
        builder.PrimitiveCollection(r => r.RelevantNarratives);
        builder.HasIndex(r => r.Key).IsUnique();
        builder.HasIndex(r => new { r.Country, r.RelevantFrom });

        builder.HasMany(r => r.Signatories).WithOne().HasForeignKey("ReleaseId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Statements).WithOne().HasForeignKey("ReleaseId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Findings).WithOne().HasForeignKey("ReleaseId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Asks).WithOne().HasForeignKey("ReleaseId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Affected).WithOne().HasForeignKey("ReleaseId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Effects).WithOne().HasForeignKey("ReleaseId").OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(r => r.Mission).WithOne().HasForeignKey<Mission>("ReleaseId").OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class MandateHolderConfiguration : IEntityTypeConfiguration<MandateHolder>
{
    public void Configure(EntityTypeBuilder<MandateHolder> builder)
    {
        builder.ToTable("MandateHolders");
        builder.HasKey(h => h.Key);
        builder.Property(h => h.Key).HasMaxLength(MandateHolder.KeyLimit);
        builder.Property(h => h.Name).HasMaxLength(MandateHolder.NameLimit);
        builder.ComplexProperty(h => h.Mandate, t => t.Text(BilingualText.LineLimit));
    }
}

internal sealed class SignatoryConfiguration : IEntityTypeConfiguration<Signatory>
{
    public void Configure(EntityTypeBuilder<Signatory> builder)
    {
        builder.PartOfRelease("ReleaseSignatories");
        builder.Property(s => s.MandateHolderKey).HasMaxLength(MandateHolder.KeyLimit);
        builder.HasOne<MandateHolder>().WithMany().HasForeignKey(s => s.MandateHolderKey).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StatementConfiguration : IEntityTypeConfiguration<Statement>
{
    public void Configure(EntityTypeBuilder<Statement> builder)
    {
        builder.PartOfRelease("ReleaseStatements");
        builder.ComplexProperty(s => s.Text, t => t.Text());
        builder.Property(s => s.SpeakerKey).HasMaxLength(MandateHolder.KeyLimit);
        builder.HasOne<MandateHolder>().WithMany().HasForeignKey(s => s.SpeakerKey).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FindingConfiguration : IEntityTypeConfiguration<Finding>
{
    public void Configure(EntityTypeBuilder<Finding> builder)
    {
        builder.PartOfRelease("ReleaseFindings");
        builder.ComplexProperty(f => f.Text, t => t.Text());
        builder.PrimitiveCollection(f => f.Acts);
        builder.PrimitiveCollection(f => f.Narratives);
    }
}

internal sealed class AffectedGroupConfiguration : IEntityTypeConfiguration<AffectedGroup>
{
    public void Configure(EntityTypeBuilder<AffectedGroup> builder)
    {
        builder.PartOfRelease("ReleaseAffectedGroups");
        builder.ComplexProperty(a => a.Text, t => t.Text());
    }
}

internal sealed class EffectConfiguration : IEntityTypeConfiguration<Effect>
{
    public void Configure(EntityTypeBuilder<Effect> builder)
    {
        builder.PartOfRelease("ReleaseEffects");
        builder.ComplexProperty(e => e.Text, t => t.Text());
    }
}

internal sealed class AskConfiguration : IEntityTypeConfiguration<Ask>
{
    public void Configure(EntityTypeBuilder<Ask> builder)
    {
        builder.ToTable("ReleaseAsks");
        builder.Property<ReleaseId>("ReleaseId");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Key).HasMaxLength(Ask.KeyLimit);
        builder.Property(a => a.StatusCode).HasMaxLength(Term.CodeLimit);
        builder.ComplexProperty(a => a.Addressee, t => t.Text(BilingualText.LineLimit));
        builder.ComplexProperty(a => a.Text, t => t.Text());
        builder.HasIndex("ReleaseId", nameof(Ask.Key)).IsUnique();
        builder.HasMany(a => a.Changes).WithOne().HasForeignKey("AskId").OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ImplementationChangeConfiguration : IEntityTypeConfiguration<ImplementationChange>
{
    public void Configure(EntityTypeBuilder<ImplementationChange> builder)
    {
        builder.PartOf<ImplementationChange, AskId>("ReleaseAskChanges", "AskId");
        builder.Property(c => c.FormerCode).HasMaxLength(Term.CodeLimit);
        builder.Property(c => c.StatusCode).HasMaxLength(Term.CodeLimit);
        builder.Property(c => c.Reason).HasMaxLength(Ask.ReasonLimit);
        builder.ComplexProperty(c => c.On, d => d.Date());
    }
}

internal sealed class MissionConfiguration : IEntityTypeConfiguration<Mission>
{
    public void Configure(EntityTypeBuilder<Mission> builder)
    {
        builder.ToTable("Missions");
        builder.Property<ReleaseId>("ReleaseId").ValueGeneratedNever();
        builder.HasKey("ReleaseId");
        builder.ComplexProperty(m => m.From, d => d.Date());
        builder.ComplexProperty(m => m.To, d => d.Date());
        builder.ComplexProperty(m => m.Text, t => t.Text());
        builder.PrimitiveCollection(m => m.Places);
        builder.HasMany(m => m.Figures).WithOne().HasForeignKey("ReleaseId").OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FigureConfiguration : IEntityTypeConfiguration<Figure>
{
    public void Configure(EntityTypeBuilder<Figure> builder)
    {
        builder.PartOfRelease("MissionFigures");
        builder.ComplexProperty(f => f.Label, t => t.Text(BilingualText.LineLimit));
        builder.ComplexProperty(f => f.Unit, t => t.Text(BilingualText.LineLimit));
    }
}

internal static class ReleaseParts
{
    public static void PartOfRelease<TPart>(this EntityTypeBuilder<TPart> builder, string table)
        where TPart : class => builder.PartOf<TPart, ReleaseId>(table, "ReleaseId");

    public static void Text(this ComplexPropertyBuilder<BilingualText> text, int limit = BilingualText.Limit)
    {
        text.Property(t => t.English).HasMaxLength(limit);
        text.Property(t => t.Spanish).HasMaxLength(limit);
    }
}
