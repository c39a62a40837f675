using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Mail;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Vocabularies;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Persistence;

/// <summary>
/// What use cases read and write. What the actor may not see is filtered out by the context itself, so that forgetting
/// to ask fails closed. Identities are not here on purpose: only the identity register reaches them.
/// </summary>
public interface ICaseTrackerDb
{
    DbSet<Incident> Incidents { get; }

    DbSet<IncidentDraft> Drafts { get; }

    /// <summary>Blinded: only together with <see cref="Incidents"/> does it say what the actor may see.</summary>
    DbSet<IncidentWord> Words { get; }

    /// <summary>Who suffered in which incident, by the person's index: only together with <see cref="Incidents"/> does it say what the actor may see.</summary>
    IQueryable<VictimOf> Victims { get; }

    DbSet<Person> People { get; }

    DbSet<FollowUp> FollowUps { get; }

    /// <summary>Those about incidents that the actor sees, and those about what releases ask.</summary>
    DbSet<Intervention> Interventions { get; }

    /// <summary>Of the actor's teams. Which incidents belong is in them whoever may see those: show them together with <see cref="Incidents"/> only.</summary>
    DbSet<Campaign> Campaigns { get; }

    DbSet<RiskAssessment> RiskAssessments { get; }

    DbSet<ProtectionMeasure> Measures { get; }

    DbSet<SignDismissal> SignDismissals { get; }

    DbSet<Notice> Notices { get; }

    DbSet<OutgoingMail> OutgoingMail { get; }

    DbSet<Member> Members { get; }

    DbSet<Team> Teams { get; }

    DbSet<Term> Terms { get; }

    DbSet<Authority> Authorities { get; }

    DbSet<Domain.Places.Area> Areas { get; }

    /// <summary>What was erased of the incidents that the actor sees; all of it for auditors.</summary>
    DbSet<Erasure> Erasures { get; }

    DbSet<Release> Releases { get; }

    DbSet<MandateHolder> MandateHolders { get; }

    DbSet<AuditEntry> Trail { get; }
}
