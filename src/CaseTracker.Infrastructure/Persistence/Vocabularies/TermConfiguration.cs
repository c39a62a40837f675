using CaseTracker.Domain.Places;
using CaseTracker.Domain.Vocabularies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseTracker.Infrastructure.Persistence.Vocabularies;

internal sealed class TermConfiguration : IEntityTypeConfiguration<Term>
{
    public void Configure(EntityTypeBuilder<Term> builder)
    {
        builder.ToTable("Terms");
        builder.HasKey(t => new { t.List, t.Code });
        builder.Ignore(t => t.IsGroup);
        builder.Property(t => t.List).HasMaxLength(Term.CodeLimit);
        builder.Property(t => t.Code).HasMaxLength(Term.CodeLimit);
        builder.Property(t => t.Parent).HasMaxLength(Term.CodeLimit);
        builder.Property(t => t.Class).HasMaxLength(Term.CodeLimit);
        builder.Property(t => t.English).HasMaxLength(Term.LabelLimit);
        builder.Property(t => t.Spanish).HasMaxLength(Term.LabelLimit);
        builder.Property(t => t.Note).HasMaxLength(Term.NoteLimit);
    }
}

internal sealed class AreaConfiguration : IEntityTypeConfiguration<Area>
{
    public void Configure(EntityTypeBuilder<Area> builder)
    {
        builder.ToTable("Areas");
        builder.HasKey(a => a.Code);
        builder.Ignore(a => a.IsCountry);
        builder.Property(a => a.Code).HasMaxLength(Area.CodeLimit);
        builder.Property(a => a.Country).HasMaxLength(Area.CodeLimit);
        builder.Property(a => a.English).HasMaxLength(Area.NameLimit);
        builder.Property(a => a.Spanish).HasMaxLength(Area.NameLimit);
    }
}
