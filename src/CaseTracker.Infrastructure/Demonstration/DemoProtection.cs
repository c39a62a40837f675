using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Infrastructure.Demonstration;

/// <summary>What one synthetic incident has of risk and protection.</summary>
internal sealed record DemoProtected(IReadOnlyList<RiskAssessment> Assessments, IReadOnlyList<ProtectionMeasure> Measures, IReadOnlyList<FollowUp> FollowUps)
{
    public static readonly DemoProtected Nothing = new([], [], []);
}

/// <summary>
/// Gives some incidents an assessment and a measure. Its chances are drawn apart from those of the incidents, so that the same
/// seed still makes the same incidents.
/// </summary>
internal sealed class DemoProtection(ITerms terms, DemoClock clock)
{
    /// <summary>Of the incidents, one in so many is looked at for protection.</summary>
    private const int OneIn = 6;

    private static readonly ProtectionDeadlines Deadlines = new();

    /// <summary>Whom no measure protects any more.</summary>
    private static readonly string?[] Lost = ["CT-VST-KILLED", "CT-VST-DISAPPEARED"];

    private static readonly (RiskBand Band, string[] Factors, string Reasoning)[] Risks =
    [
        (RiskBand.Extreme, ["CT-RSF-THREATS", "CT-RSF-ARMED", "CT-RSF-CRIME", "CT-RSF-IMPUNITY"], "Las amenazas son recientes, quien las hace está armado y actúa con impunidad en la zona."),
        (RiskBand.High, ["CT-RSF-THREATS", "CT-RSF-ROUTINE", "CT-RSF-NETWORK"], "Conocen su domicilio y sus horarios. La red de apoyo responde, pero tarda."),
        (RiskBand.Medium, ["CT-RSF-EXPOSED", "CT-RSF-PLAN"], "La exposición pública creció. Tiene un plan de seguridad y lo sigue."),
        (RiskBand.Low, ["CT-RSF-NETWORK", "CT-RSF-MEASURES"], "No ha habido nuevos actos y las medidas funcionan."),
    ];

    private static readonly (string Mechanism, string Measure)[] Asked =
    [
        ("CT-PMC-FED", "CT-PRM-URG-3"), ("CT-PMC-FED", "CT-PRM-PRO-4"), ("CT-PMC-STATE", "CT-PRM-PRO-4"), ("CT-PMC-IACHR", "CT-PRM-PRO-9"), ("CT-PMC-OWN", "CT-PRM-PRE-2"), ("CT-PMC-FED", "CT-PRM-PRO-1"),
    ];

    public DemoProtected Of(Incident incident, DateOnly loggedOn)
    {
        var id = incident.Id.Value.ToByteArray();
        var random = new Random(DemoSeed.Of(BitConverter.ToInt32(id, 8), BitConverter.ToInt32(id, 12)));
        if (random.Next(OneIn) != 0 || incident.Acts.Any(a => Lost.Contains(a.VictimStateCode)))
        {
            return DemoProtected.Nothing;
        }

        var person = incident.Victims[0].PersonId;
        var stamp = new Stamp(incident.OwnerId, At(loggedOn));
        var (band, factors, reasoning) = DemoMaterial.Pick(random, Risks);
        var months = 3 + random.Next(10);
        var risk = new RiskToAssess(person, random.Next(3) == 0 ? "CT-RSM-MECH" : "CT-RSM-TVC", band, factors, reasoning, loggedOn, loggedOn.AddMonths(months));
        var assessment = RiskAssessment.Make(new(DemoSeed.IdAt(random, stamp.At)), incident, 0, risk, terms, clock.Today, stamp).Value;
        var (measure, followUps) = Measure(random, incident, loggedOn, stamp);
        return new([assessment], [measure], followUps);
    }

    /// <summary>Half of them stand still after the request, which is what an organisation has to see.</summary>
    private (ProtectionMeasure Measure, IReadOnlyList<FollowUp> FollowUps) Measure(Random random, Incident incident, DateOnly loggedOn, Stamp stamp)
    {
        var (mechanism, what) = DemoMaterial.Pick(random, Asked);
        var first = new StepToRecord(MeasureStage.Requested, PartialDate.OnDay(loggedOn), "Solicitud por escrito, con acuse");
        var measure = ProtectionMeasure.Record(new(DemoSeed.IdAt(random, stamp.At)), incident, new MeasureToRecord(incident.Victims[0].PersonId, mechanism, what, first), Deadlines, terms, clock.Today, stamp).Value;
        var on = loggedOn.AddDays(1 + random.Next(40));
        foreach (var (stage, note) in Way(random))
        {
            if (on > clock.Today || !measure.RecordStep(new StepToRecord(stage, PartialDate.OnDay(on), note), Deadlines, clock.Today, stamp with { At = At(on) }).IsSuccess)
            {
                break;
            }

            on = on.AddDays(5 + random.Next(60));
        }

        if (measure.Standing == MeasureStage.Implemented && on <= clock.Today)
        {
            measure.Judge(new AdequacyToRecord("CT-ADQ-PARTIAL", "CT-ADS-PERSON", PartialDate.OnDay(on), "No contestan de noche y, cuando acuden, tardan"), terms, clock.Today, stamp with { At = At(on) });
        }

        return (measure, Reminder(random, incident, measure, loggedOn, stamp));
    }

    private static (MeasureStage Stage, string Note)[] Way(Random random) => random.Next(6) switch
    {
        0 => [(MeasureStage.Granted, "Oficio del Mecanismo"), (MeasureStage.Implemented, "Lo confirma la persona beneficiaria")],
        1 => [(MeasureStage.Granted, "Acuerdo notificado por correo")],
        2 => [(MeasureStage.Refused, "No se acreditó el riesgo, según el oficio")],
        3 => [(MeasureStage.Granted, "Acuerdo de la Junta de Gobierno"), (MeasureStage.Implemented, "Acta de entrega"), (MeasureStage.Withdrawn, "Se retiró sin nueva evaluación")],
        _ => [],
    };

    /// <summary>As the product does it when a measure that waits is recorded.</summary>
    private IReadOnlyList<FollowUp> Reminder(Random random, Incident incident, ProtectionMeasure measure, DateOnly loggedOn, Stamp stamp)
    {
        if (!measure.IsAwaited || incident.Workflow == Workflow.Closed || measure.DueOn < clock.Today.AddDays(-90))
        {
            return [];
        }

        var label = terms.Find(Lists.ProtectionMeasures, measure.MeasureCode)!.Spanish;
        var wish = new FollowUpToSchedule("CT-FUK-RISK", $"Plazo de la medida «{label}»", measure.DueOn, incident.OwnerId);
        var followUp = FollowUp.Schedule(new FollowUpId(DemoSeed.IdAt(random, stamp.At)), incident.Id, wish, terms, loggedOn, stamp).Value;
        measure.RemindBy(followUp.Id);
        return [followUp];
    }

    private DateTimeOffset At(DateOnly day) => clock.At(day, 18);
}
