using CaseTracker.Domain.People;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Infrastructure.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseTracker.Infrastructure.Persistence.People;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Ignore(p => p.Events);
        builder.Property(p => p.Pseudonym).HasMaxLength(Person.PseudonymLimit);
        builder.Property(p => p.GenderCode).HasMaxLength(Term.CodeLimit);
        builder.Property(p => p.AgeBandCode).HasMaxLength(Term.CodeLimit);
        builder.HasIndex(p => p.Pseudonym).IsUnique();
        builder.HasMany(p => p.Profiles).WithOne().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PersonProfileConfiguration : IEntityTypeConfiguration<PersonProfile>
{
    public void Configure(EntityTypeBuilder<PersonProfile> builder)
    {
        builder.ToTable("PersonProfiles");
        builder.HasKey(p => new { p.PersonId, p.Code });
        builder.Property(p => p.Code).HasMaxLength(Term.CodeLimit);
        builder.HasIndex(p => p.Code);
    }
}

/// <summary>No navigation leads here, so no query can join it by accident.</summary>
internal sealed class PersonIdentityConfiguration : IEntityTypeConfiguration<PersonIdentity>
{
    public void Configure(EntityTypeBuilder<PersonIdentity> builder)
    {
        builder.ToTable("PersonIdentities");
        builder.HasKey(i => i.PersonId);
        builder.Property(i => i.PersonId).ValueGeneratedNever();
        builder.HasOne<Person>().WithOne().HasForeignKey<PersonIdentity>(i => i.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class BlindNameConfiguration : IEntityTypeConfiguration<BlindName>
{
    public void Configure(EntityTypeBuilder<BlindName> builder)
    {
        builder.ToTable("PersonBlindNames");
        builder.HasKey(t => new { t.Token, t.PersonId });
        builder.HasIndex(t => t.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
