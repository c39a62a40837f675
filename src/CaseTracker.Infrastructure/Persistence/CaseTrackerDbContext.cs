using CaseTracker.Application.Access;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Mail;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Infrastructure.Access;
using CaseTracker.Infrastructure.Outbox;
using CaseTracker.Infrastructure.People;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Infrastructure.Persistence;

public sealed class CaseTrackerDbContext(DbContextOptions<CaseTrackerDbContext> options, CurrentActor current, TimeProvider time)
    : IdentityUserContext<SignIn, Guid>(options), ICaseTrackerDb
{
    /// <summary>Name of the query filter that hides what the actor may not see.</summary>
    public const string VisibleToActor = "visible to actor";

    public DbSet<Incident> Incidents => Set<Incident>();

    public DbSet<IncidentDraft> Drafts => Set<IncidentDraft>();

    public DbSet<IncidentWord> Words => Set<IncidentWord>();

    public IQueryable<VictimOf> Victims => Set<Victim>().Select(v => new VictimOf { IncidentId = EF.Property<IncidentId>(v, "IncidentId"), PersonId = v.PersonId });

    public DbSet<Person> People => Set<Person>();

    public DbSet<FollowUp> FollowUps => Set<FollowUp>();

    public DbSet<Intervention> Interventions => Set<Intervention>();

    public DbSet<Campaign> Campaigns => Set<Campaign>();

    public DbSet<RiskAssessment> RiskAssessments => Set<RiskAssessment>();

    public DbSet<ProtectionMeasure> Measures => Set<ProtectionMeasure>();

    public DbSet<SignDismissal> SignDismissals => Set<SignDismissal>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<OutgoingMail> OutgoingMail => Set<OutgoingMail>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Team> Teams => Set<Team>();

    public DbSet<Term> Terms => Set<Term>();

    public DbSet<Authority> Authorities => Set<Authority>();

    public DbSet<Area> Areas => Set<Area>();

    public DbSet<Erasure> Erasures => Set<Erasure>();

    public DbSet<Release> Releases => Set<Release>();

    public DbSet<MandateHolder> MandateHolders => Set<MandateHolder>();

    public DbSet<AuditEntry> Trail => Set<AuditEntry>();

    internal DbSet<TrailWrite> TrailWrites => Set<TrailWrite>();

    internal DbSet<TrailTree> TrailTree => Set<TrailTree>();

    internal DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    internal DbSet<SignInSession> Sessions => Set<SignInSession>();

    internal DbSet<AuthenticatorApp> Apps => Set<AuthenticatorApp>();

    internal DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    internal DbSet<SignInAttempt> Attempts => Set<SignInAttempt>();

    internal DbSet<PersonIdentity> Identities => Set<PersonIdentity>();

    internal DbSet<BlindName> BlindNames => Set<BlindName>();

    // Read by the filters at the moment a query runs, so one compiled model serves every actor.
    private bool SeesAll => current.Actor.IsSystem;

    private bool SeesIncidents => current.Actor.May(Permission.SeeIncidents);

    private MemberId Me => current.Actor.Id ?? default;

    private List<TeamId> MyTeams => [.. current.Actor.Teams];

    private DateTimeOffset Now => time.GetUtcNow();

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        StoreEvents();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        StoreEvents();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conventions.Apply(configurationBuilder, Database.ProviderName);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(CaseTrackerDbContext).Assembly);
        Conventions.NameIdentityTables(builder);

        // The one place that says who sees an incident; what hangs on incidents asks for an incident that the actor sees.
        builder.Entity<Incident>().HasQueryFilter(
            VisibleToActor,
            i => SeesAll || (SeesIncidents && (i.OwnerId == Me
                || (i.Circle == Circle.Team && MyTeams.Contains(i.TeamId))
                || Set<AccessGrant>().Where(g => g.MemberId == Me && g.RevokedAt == null && g.ExpiresAt > Now).Select(g => EF.Property<IncidentId>(g, "IncidentId")).Contains(i.Id))));
        builder.Entity<FollowUp>().HasQueryFilter(VisibleToActor, f => SeesAll || (SeesIncidents && Set<Incident>().Any(i => i.Id == f.IncidentId)));
        builder.Entity<RiskAssessment>().HasQueryFilter(VisibleToActor, a => SeesAll || (SeesIncidents && Set<Incident>().Any(i => i.Id == a.IncidentId)));
        builder.Entity<ProtectionMeasure>().HasQueryFilter(VisibleToActor, m => SeesAll || (SeesIncidents && Set<Incident>().Any(i => i.Id == m.IncidentId)));
        builder.Entity<SignDismissal>().HasQueryFilter(VisibleToActor, d => SeesAll || (SeesIncidents && Set<Incident>().Any(i => i.Id == d.IncidentId)));

        // What a release asks of the State is asked in public; that it is followed belongs to everybody who follows incidents.
        builder.Entity<Intervention>().HasQueryFilter(VisibleToActor, i => SeesAll || (SeesIncidents && (i.IncidentId == null || Set<Incident>().Any(x => x.Id == i.IncidentId))));

        // From the person's own few victims to their incidents: the other way round reads every incident for every person.
        builder.Entity<Person>().HasQueryFilter(
            VisibleToActor,
            p => SeesAll || (SeesIncidents && (p.CreatedBy == Me || Set<Victim>().Any(v =>
                v.PersonId == p.Id && Set<Incident>().Any(i => i.Id == EF.Property<IncidentId>(v, "IncidentId"))))));
        builder.Entity<Campaign>().HasQueryFilter(VisibleToActor, c => SeesAll || (current.Actor.May(Permission.SeeCampaigns) && (c.OwnerId == Me || MyTeams.Contains(c.TeamId))));
        builder.Entity<IncidentDraft>().HasQueryFilter(VisibleToActor, d => SeesAll || d.OwnerId == Me);
        builder.Entity<Notice>().HasQueryFilter(VisibleToActor, n => SeesAll || n.MemberId == Me);
        builder.Entity<Erasure>().HasQueryFilter(VisibleToActor, e => SeesAll || current.Actor.May(Permission.SeeAudit) || (SeesIncidents && (
            Set<Incident>().Any(i => i.Id == e.IncidentId)
            || Set<Campaign>().Any(c => c.Id == e.CampaignId)
            || Set<Intervention>().Any(v => v.Id == e.InterventionId))));
        builder.Entity<OutgoingMail>().HasQueryFilter(VisibleToActor, _ => SeesAll || current.Actor.May(Permission.ManageMail));
        builder.Entity<AuditEntry>().HasQueryFilter(VisibleToActor, _ => SeesAll || current.Actor.May(Permission.SeeAudit) || SeesIncidents);
    }

    private void StoreEvents()
    {
        var raised = ChangeTracker.Entries<IAggregateRoot>().Select(e => e.Entity).Where(a => a.Events.Count > 0).ToList();
        foreach (var aggregate in raised)
        {
            Outbox.AddRange(aggregate.Events.Select(happened => OutboxMessage.Of(happened, time.GetUtcNow())));
            aggregate.ClearEvents();
        }
    }
}
