using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseTracker.Infrastructure.Persistence.Mail;

internal sealed class OutgoingMailConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("OutgoingMail");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();

        // Two administrators, or one and a sender: the decision counts only on the status that was read.
        builder.Property(m => m.Status).IsConcurrencyToken();
        builder.HasIndex(m => new { m.Status, m.NextAttemptAt });
        builder.HasIndex(m => m.NoticeId).IsUnique();
        builder.HasOne<Notice>().WithMany().HasForeignKey(m => m.NoticeId).OnDelete(DeleteBehavior.Cascade);
    }
}
