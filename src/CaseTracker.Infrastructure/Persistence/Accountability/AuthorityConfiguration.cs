using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseTracker.Infrastructure.Persistence.Accountability;

internal sealed class AuthorityConfiguration : IEntityTypeConfiguration<Authority>
{
    public void Configure(EntityTypeBuilder<Authority> builder)
    {
        builder.ToTable("Authorities");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Ignore(a => a.Events);
        builder.Property(a => a.Code).HasMaxLength(Authority.CodeLimit);
        builder.Property(a => a.English).HasMaxLength(Authority.NameLimit);
        builder.Property(a => a.Spanish).HasMaxLength(Authority.NameLimit);
        builder.Property(a => a.State).HasMaxLength(Area.CodeLimit);
        builder.HasIndex(a => a.Code).IsUnique();
    }
}
