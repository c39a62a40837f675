using CaseTracker.Domain.Access;
using CaseTracker.Infrastructure.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseTracker.Infrastructure.Persistence.Access;

internal sealed class SignInSessionConfiguration : IEntityTypeConfiguration<SignInSession>
{
    public void Configure(EntityTypeBuilder<SignInSession> builder)
    {
        builder.ToTable("SignInSessions");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Browser).HasMaxLength(SignInSession.FamilyLimit);
        builder.Property(s => s.System).HasMaxLength(SignInSession.FamilyLimit);
        builder.HasIndex(s => s.MemberId);
        builder.HasOne<Member>().WithMany().HasForeignKey(s => s.MemberId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AuthenticatorAppConfiguration : IEntityTypeConfiguration<AuthenticatorApp>
{
    public void Configure(EntityTypeBuilder<AuthenticatorApp> builder)
    {
        builder.ToTable("SignInApps");
        builder.HasKey(a => a.SignInId);
        builder.HasOne<SignIn>().WithOne().HasForeignKey<AuthenticatorApp>(a => a.SignInId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RecoveryCodeConfiguration : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("SignInRecoveryCodes");
        builder.HasKey(c => new { c.SignInId, c.Hash });
        builder.Property(c => c.Hash).HasMaxLength(RecoveryCode.HashLength);
        builder.HasOne<SignIn>().WithMany().HasForeignKey(c => c.SignInId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SignInAttemptConfiguration : IEntityTypeConfiguration<SignInAttempt>
{
    public void Configure(EntityTypeBuilder<SignInAttempt> builder)
    {
        builder.ToTable("SignInAttempts");
        builder.HasKey(a => a.Key);
        builder.Property(a => a.Key).HasMaxLength(SignInAttempt.KeyLength);
        builder.HasIndex(a => a.Since);
    }
}
