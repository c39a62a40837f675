using System.Globalization;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Infrastructure.Accountability;

namespace CaseTracker.Infrastructure.Demonstration;

/// <summary>
/// The one incident of the demonstration that is written and not drawn: what release 2 describes, told of an invented defender. She
/// is threatened and reports it; nobody investigates for 400 days, while the complaint against her comes before a judge.
/// </summary>
internal sealed class DemoStory(Random random, ITerms terms, IAreas areas, ReplyPeriods periods, ISet<string> pseudonyms, ReleaseId? release, DateOnly today)
{
    private const int Threatened = 430;
    private const int Logged = 428;
    private const int LastInvestigated = 400;

    private static readonly CultureInfo Mexico = CultureInfo.GetCultureInfo("es-MX");
    private static readonly Dictionary<string, Authority> Authorities = AuthoritySeed.Shipped(DateTimeOffset.MinValue).ToDictionary(a => a.Code);

    public DemoOccasion Occasion(MemberId worker, TeamId team) => new(Ago(Threatened), Ago(Logged), worker, team, IsStory: true);

    public (DemoIncident Made, DemoLetter Letter) Make(DemoOccasion occasion, string number)
    {
        var logged = new Stamp(occasion.By, At(Ago(Logged)));
        var id = new IncidentId(DemoSeed.IdAt(random, logged.At));
        var defender = MakeDefender(id, logged);
        var facts = new IncidentFacts(
            "Historia de demostración: amenazas de muerte a una defensora del territorio",
            $"Demostración: no describe a ninguna persona real. El {occasion.Day.ToString("d 'de' MMMM 'de' yyyy", Mexico)}, después de una asamblea contra la tala clandestina, dos hombres la esperaron en el camino y le dijeron que la próxima vez no volvería a su casa. Lo denunció. La fiscalía la entrevistó una vez y no hizo nada más, mientras que la denuncia que presentó en su contra una empresa maderera llegó ante un juez en cuatro meses.",
            PartialDate.OnDay(occasion.Day),
            null,
            Place.Create(areas, "MX", "MX-GRO", "Petatlán").Value,
            "C4",
            "CT-PRI-URGENT",
            []);
        var incident = Incident.Log(
            id,
            number,
            facts,
            [defender.Person.Id],
            [new ActToRecord(0, "0201030201", null, null, "CT-MOT-CONFIRMED")],
            [new InvolvementToRecord("CT-PER-1", "0101", "CT-DEG-LIKELY", null), new InvolvementToRecord("99", "0102", "CT-DEG-UNKNOWN", null)],
            [
                new SourceToRecord("0101", "CT-MAT-1", "01", "Entrevista con ella (fuente inventada para la demostración)"),
                new SourceToRecord("0102", "CT-MAT-1", "02", "Testigo de la asamblea (fuente inventada para la demostración)"),
            ],
            occasion.Team,
            terms,
            today,
            logged,
            demonstration: true).Value;
        Verify(incident, occasion);
        var path = Report(incident, occasion);
        Accuse(incident, occasion);
        if (release is { } mission)
        {
            Accept(incident.Cite(mission, On(occasion, Ago(420))));
        }

        List<FollowUp> followUps = [Plan(incident, occasion)];
        return (new(incident, facts, [defender], followUps, Protect(incident, defender.Person.Id, occasion)), Ask(incident, path, occasion));
    }

    private (Person Person, PersonIdentity Identity) MakeDefender(IncidentId incident, Stamp stamp)
    {
        string pseudonym;
        do
        {
            pseudonym = Pseudonyms.Make(random.Next);
        }
        while (!pseudonyms.Add(pseudonym));

        var id = new PersonId(DemoSeed.IdAt(random, stamp.At));
        var details = new PersonDetails(PersonKind.Individual, "CT-GEN-F", "CT-AGE-45-59", true, ["CT-PRF-LAND"]);
        return (
            Person.Record(id, pseudonym, incident, details, terms, stamp, demonstration: true).Value,
            PersonIdentity.Of(id, new DemoMaterial().PersonName(random, woman: true), null, null).Value);
    }

    /// <summary>Each claim by two sources that do not repeat each other.</summary>
    private void Verify(Incident incident, DemoOccasion occasion)
    {
        var stamp = On(occasion, Ago(424));
        var each = Incident.EachClaim.ToDictionary(c => c, _ => ClaimStanding.Accepted);
        Accept(incident.Weigh([new SourceToWeigh(1, each), new SourceToWeigh(2, each)], "Se contrastaron por separado", terms, stamp));
        Accept(incident.Verify(Verification.V3, "Dos fuentes independientes coinciden en cada elemento", stamp));
        foreach (var state in (Workflow[])[Workflow.Triage, Workflow.Documenting, Workflow.Review, Workflow.FollowUp])
        {
            Accept(incident.Move(state, "Revisión de rutina", stamp));
        }
    }

    private ProceedingId Report(Incident incident, DemoOccasion occasion)
    {
        var office = new Office(Authorities["CT-AUT-FIS-GRO"], "Agencia del Ministerio Público de Petatlán");
        var path = incident.OpenProceeding(
            "CT-PRC-CRIM", office, new StageToRecord(Stage.J1, PartialDate.OnDay(Ago(425)), "Copia sellada de la denuncia"), terms, today, On(occasion, Ago(425))).Value;
        Accept(incident.RecordStage(path, new StageToRecord(Stage.J2, PartialDate.OnDay(Ago(415)), "Acuerdo de inicio de la carpeta de investigación"), terms, today, On(occasion, Ago(415))));
        Accept(incident.RecordInvestigativeAct(path, new InvestigationToRecord("CT-INV-INTERVIEW", PartialDate.OnDay(Ago(LastInvestigated)), "Entrevista con la defensora, la única que consta"), terms, today, On(occasion, Ago(399))));
        Accept(incident.DescribeProceeding(path, new ProceedingDetails(office, "DEMO/GRO/0001", "Área jurídica de la organización (demostración)", null), today, On(occasion, Ago(399))));
        return path;
    }

    private void Accuse(Incident incident, DemoOccasion occasion)
    {
        var office = new Office(Authorities["CT-AUT-FIS-GRO"], "Unidad de delitos patrimoniales");
        var against = incident.OpenProceeding(
            "CT-PRC-CRMZ", office, new StageToRecord(Stage.J1, PartialDate.OnDay(Ago(300)), "La empresa la denunció por despojo y motín"), terms, today, On(occasion, Ago(298))).Value;
        (Stage Stage, int Ago, string Reason)[] steps =
        [
            (Stage.J2, 292, "Se abrió la carpeta a los ocho días"), (Stage.J3, 240, "Citatorio para que comparezca como imputada"), (Stage.J4, 180, "Auto de vinculación a proceso"),
        ];
        foreach (var (stage, ago, reason) in steps)
        {
            Accept(incident.RecordStage(against, new StageToRecord(stage, PartialDate.OnDay(Ago(ago)), reason), terms, today, On(occasion, Ago(ago))));
        }

        (string Code, int Ago)[] acts = [("CT-INV-INTERVIEW", 285), ("CT-INV-EXPERT", 260), ("CT-INV-INSPECTION", 40)];
        foreach (var (code, ago) in acts)
        {
            Accept(incident.RecordInvestigativeAct(against, new InvestigationToRecord(code, PartialDate.OnDay(Ago(ago))), terms, today, On(occasion, Ago(ago))));
        }

        Accept(incident.DescribeProceeding(against, new ProceedingDetails(office, "DEMO/GRO/0002", "Área jurídica de la organización (demostración)", today.AddDays(6)), today, On(occasion, Ago(40))));
    }

    private DemoLetter Ask(Incident incident, ProceedingId path, DemoOccasion occasion)
    {
        var sent = Ago(220);
        var stamp = On(occasion, sent);
        var told = new InterventionToRecord(
            "JAL", "Misión Permanente de México ante las Naciones Unidas en Ginebra", PartialDate.OnDay(sent), "Tres mandatos piden que se investiguen las amenazas, que se informe de lo actuado y que se proteja a la defensora");
        var letter = Intervention.Record(InterventionId.From(DemoSeed.IdAt(random, stamp.At)), InterventionSubject.Of(incident.Id, path, demonstration: true), told, terms, periods, sent, stamp).Value;
        var answer = new ReplyToRecord(
            PartialDate.OnDay(Ago(150)), IsAcknowledgement: false, "05", "Reitera el compromiso del Estado con las personas defensoras y describe la ley vigente", null, "C", "No dice nada de la investigación ni de la protección");
        Accept(letter.RecordReply(answer, terms, today, On(occasion, Ago(149))));
        return new(letter, null);
    }

    private DemoProtected Protect(Incident incident, PersonId defender, DemoOccasion occasion)
    {
        var assessed = Ago(30);
        var risk = new RiskToAssess(
            defender, "CT-RSM-TVC", RiskBand.High, ["CT-RSF-THREATS", "CT-RSF-CRIME", "CT-RSF-IMPUNITY"], "Quienes la amenazaron siguen en la zona y nadie los busca. La audiencia la expone más.", assessed, assessed.AddMonths(6));
        var assessment = RiskAssessment.Make(new(DemoSeed.IdAt(random, At(assessed))), incident, 0, risk, terms, today, On(occasion, assessed)).Value;
        var deadlines = new ProtectionDeadlines();
        var requested = new StepToRecord(MeasureStage.Requested, PartialDate.OnDay(Ago(420)), "Solicitud al Mecanismo, con acuse");
        var measure = ProtectionMeasure.Record(
            new(DemoSeed.IdAt(random, At(Ago(420)))), incident, new MeasureToRecord(defender, "CT-PMC-FED", "CT-PRM-PRO-4", requested), deadlines, terms, today, On(occasion, Ago(420))).Value;
        Accept(measure.RecordStep(new StepToRecord(MeasureStage.Granted, PartialDate.OnDay(Ago(405)), "Acuerdo de la Junta de Gobierno"), deadlines, today, On(occasion, Ago(404))));
        return new([assessment], [measure], []);
    }

    private FollowUp Plan(Incident incident, DemoOccasion occasion)
    {
        var planned = On(occasion, Ago(5));
        var wish = new FollowUpToSchedule("CT-FUK-FILE", "Pedir copia de la carpeta y preguntar por actuaciones", today.AddDays(3), occasion.By, Recurrence.Monthly);
        return FollowUp.Schedule(new FollowUpId(DemoSeed.IdAt(random, planned.At)), incident.Id, wish, terms, Ago(5), planned).Value;
    }

    private DateOnly Ago(int days) => today.AddDays(-days);

    private static Stamp On(DemoOccasion occasion, DateOnly day) => new(occasion.By, At(day));

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new TimeOnly(17, 0)), TimeSpan.Zero);

    /// <exception cref="InvalidOperationException">The product refuses what the story tells: it is wrong then.</exception>
    private static void Accept(Result answer)
    {
        if (!answer.IsSuccess)
        {
            throw new InvalidOperationException($"The demonstration's story is refused: {string.Join(", ", answer.Refusals.Select(r => r.Code))}");
        }
    }
}
