using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;

namespace CaseTracker.Testing;

/// <summary>Valid commands, for tests to change with <c>with</c> what they are about.</summary>
public static class Build
{
    public static readonly DateInput NoDate = new(null, null, null);

    /// <summary>A threat to one named defender by the police, told by the victim, in the actor's only team.</summary>
    public static LogIncident AnIncident(TeamId? team = null) => new(
        Guid.CreateVersion7(),
        TheFacts(),
        [AVictim()],
        [AnAct()],
        [new InvolvementToRecord("010104", "0101", "CT-DEG-LIKELY", "Municipal officers in uniform")],
        [new SourceToRecord("0101", "CT-MAT-1", "01", "Told the case worker by telephone")],
        team);

    public static IncidentInput TheFacts() => new(
        "Threats after a press conference",
        "Two calls on the evening of the press conference.",
        new DateInput(2026, 3, 2),
        NoDate,
        "MX",
        "MX-GRO",
        "Tlapa de Comonfort",
        "C1",
        "CT-PRI-HIGH",
        ["CT-NAR-1"]);

    public static VictimInput AVictim(string? name = "Citlali Ocampo Reyes") =>
        new(null, name, null, null, new PersonDetails(PersonKind.Individual, "CT-GEN-F", "CT-AGE-30-44", false, ["CT-PRF-HRO"]), IsUnknown: false);

    public static VictimInput AnUnknownVictim() => new(null, null, null, null, new PersonDetails(PersonKind.Individual, null, null, false, []), IsUnknown: true);

    public static VictimInput Known(PersonId person) => AnUnknownVictim() with { Person = person, IsUnknown = false };

    /// <param name="victim">Index of the victim, from 0.</param>
    public static ActToRecord AnAct(int victim = 0) => new(victim, "0201030201");
}
