using CaseTracker.Application.Incidents;
using CaseTracker.Web.Forms;

namespace CaseTracker.Web.Pages.Incidents;

/// <summary>The incident's own facts as typed.</summary>
public sealed class FactsForm
{
    public string? Title { get; set; }

    public string? Narrative { get; set; }

    public PartialDateInput StartedOn { get; set; } = new();

    public PartialDateInput EndedOn { get; set; } = new();

    public string? Country { get; set; }

    public string? State { get; set; }

    public string? Municipality { get; set; }

    public string? Consent { get; set; }

    public string? Priority { get; set; }

    public List<string> Accusations { get; set; } = [];

    public static FactsForm From(IncidentInput facts) => new()
    {
        Title = facts.Title,
        Narrative = facts.Narrative,
        StartedOn = PartialDateInput.From(facts.StartedOn),
        EndedOn = PartialDateInput.From(facts.EndedOn),
        Country = facts.Country,
        State = facts.State,
        Municipality = facts.Municipality,
        Consent = facts.Consent,
        Priority = facts.Priority,
        Accusations = [.. facts.Accusations],
    };

    public IncidentInput ToInput() =>
        new(Title, Narrative, StartedOn.ToInput(), EndedOn.ToInput(), Country, State, Municipality, Consent, Priority, Accusations);
}
