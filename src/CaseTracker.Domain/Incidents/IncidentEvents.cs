using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Incidents;

public sealed record IncidentLogged(IncidentId Incident, string Number, TeamId Team, MemberId By) : IDomainEvent;

public sealed record IncidentAssigned(IncidentId Incident, string Number, MemberId Owner, MemberId By) : IDomainEvent;

/// <param name="From">Null for the first stage of a path.</param>
public sealed record StageRecorded(IncidentId Incident, string Number, MemberId Owner, Stage? From, Stage To, MemberId By) : IDomainEvent;
