using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Incidents;

public static class IncidentErrors
{
    public static readonly Refusal NoAct = new("incident.no_act", Field: "Acts");
    public static readonly Refusal NoVictim = new("incident.no_victim", Field: "Victims");
    public static readonly Refusal NoSource = new("incident.no_source", Field: "Sources");
    public static readonly Refusal VictimTwice = new("incident.victim_twice", Field: "Victims");
    public static readonly Refusal VictimOfAnotherIncident = new("incident.victim_of_another_incident");
    public static readonly Refusal TitleNamesSomebody = new("incident.title_names_somebody", Field: nameof(Incident.Title));
    public static readonly Refusal NoSuchStep = new("incident.no_such_step", Field: nameof(Incident.Workflow));
    public static readonly Refusal AlreadyThere = new("incident.already_there", Field: nameof(Incident.Verification));
    public static readonly Refusal NeedsOneSource = new("incident.needs_one_source", Field: nameof(Incident.Verification));
    public static readonly Refusal AlreadyTheirs = new("incident.already_theirs", Field: "Owner");
    public static readonly Refusal OwnerOutsideTeam = new("incident.owner_outside_team", Field: "Owner");
    public static readonly Refusal TeamNotYours = new("incident.team_not_yours", Field: "Team");
    public static readonly Refusal AlreadyCited = new("incident.already_cited");
}
