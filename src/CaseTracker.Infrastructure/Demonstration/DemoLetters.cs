using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Infrastructure.Demonstration;

/// <param name="Reminder">Null where no reply is awaited.</param>
internal sealed record DemoLetter(Intervention Intervention, FollowUp? Reminder);

/// <summary>
/// Invents what was asked about some incidents and what came of it. The first letters of a run show every state and every
/// grade; the shares of the others are ours and estimate nothing.
/// </summary>
internal sealed class DemoLetters(Random random, ITerms terms, ReplyPeriods periods, DemoClock clock)
{
    private const double Share = 0.08;
    private const string Statement = "CT-ITV-STATEMENT";

    private static readonly string[] Types = ["UA", "UA", "AL", "AL", "JUA", "JAL", "OL", "0201", "0201", "CT-ITV-PETITION"];

    private static readonly string[] Addressees =
    [
        "Misión Permanente de México ante las Naciones Unidas en Ginebra", "Secretaría de Relaciones Exteriores", "Secretaría de Gobernación", "Fiscalía General del Estado", "Gobierno del Estado",
    ];

    private static readonly DemoFate[] Fates =
    [
        new("01", "A", "La fiscalía ejerció acción penal y la persona defensora recibió protección", "Se hizo lo que se pidió y hay constancia de ello"),
        new("02", "B", "Anuncia una investigación y rondines, y pide tiempo para lo demás", "Hubo pasos, pero falta la investigación de quienes ordenaron el ataque"),
        new("05", "C", "Reitera su compromiso con los derechos humanos y describe la ley vigente", "No responde a nada de lo que se preguntó"),
        new("0301", "E", "Niega que la agresión tenga relación con la labor de la persona defensora y la descalifica", "Rechaza lo pedido y agrava el riesgo"),
        new("04", "C", "Solicita los datos que ya constan en la carta", "No se tomó ninguna medida"),
        new("02", null, "Informa que se turnó el asunto al área competente", null),
        new(Reply.None, null, "Se insistió por escrito y por teléfono sin obtener respuesta", null),
        new(Reply.None, null, "Se insistió dos veces por escrito sin obtener respuesta", null),
        DemoFate.Acknowledged,
        DemoFate.Overdue,
        DemoFate.Awaited,
        DemoFate.Closed,
        DemoFate.Stated,
    ];

    private readonly Queue<DemoFate> _plans = new(Fates);

    /// <returns>Null for most incidents.</returns>
    public DemoLetter? About(Incident incident)
    {
        if (!_plans.TryDequeue(out var fate))
        {
            if (random.NextDouble() >= Share)
            {
                return null;
            }

            fate = DemoMaterial.Pick(random, Fates);
            if (incident.Workflow == Workflow.Closed && fate.IsOpen)
            {
                return null;
            }
        }

        var logged = clock.DayOf(incident.CreatedAt);
        var sent = fate == DemoFate.Overdue || fate == DemoFate.Acknowledged ? Later(logged, clock.Today.AddDays(-65 - random.Next(90)))
            : fate == DemoFate.Awaited ? Later(logged, clock.Today.AddDays(-3 - random.Next(50)))
            : Sooner(clock.Today, logged.AddDays(3 + random.Next(25)));
        var stamp = new Stamp(incident.OwnerId, At(incident.CreatedAt, sent));
        var told = fate == DemoFate.Stated
            ? new InterventionToRecord(Statement, "Opinión pública", PartialDate.OnDay(sent), "Condena la agresión y exige que se investigue")
            : new InterventionToRecord(DemoMaterial.Pick(random, Types), DemoMaterial.Pick(random, Addressees), PartialDate.OnDay(sent), "Pide que se investigue la agresión, que se proteja a la persona defensora y que se informe de lo que se haga");
        var path = incident.Proceedings.FirstOrDefault(p => !p.IsAgainstDefender && random.NextDouble() < 0.4)?.Id;
        var letter = Intervention.Record(InterventionId.From(DemoSeed.IdAt(random, stamp.At)), InterventionSubject.Of(incident.Id, path, demonstration: true), told, terms, periods, sent, stamp).Value;
        Answer(letter, fate, stamp);
        return new(letter, letter.IsAwaiting ? Remind(letter, incident, sent, stamp) : null);
    }

    /// <summary>What the release asks, put to the State by the release itself.</summary>
    public IEnumerable<Intervention> Requests(Release release, MemberId author, DateTimeOffset now)
    {
        (string Ask, DemoFate Fate)[] asked = [("public-recognition", Fates[2]), ("counter-campaign", DemoFate.Acknowledged), ("safe-environment", Fates[1])];
        foreach (var (key, fate) in asked)
        {
            if (release.Asks.FirstOrDefault(a => a.Key == key) is not { } ask)
            {
                continue;
            }

            var stamp = new Stamp(author, now);
            var told = new InterventionToRecord("CT-ITV-FOLLOWUP", null, release.Date, "Solicitud hecha en el propio comunicado");
            var sent = release.Date.Latest ?? clock.Today;
            var request = Intervention.Record(InterventionId.From(DemoSeed.IdAt(random, now)), InterventionSubject.Of(ask.Id, release.Date, demonstration: true), told, terms, periods, sent < clock.Today ? sent : clock.Today, stamp).Value;
            Answer(request, fate, stamp);
            yield return request;
        }
    }

    private void Answer(Intervention letter, DemoFate fate, Stamp stamp)
    {
        if (fate == DemoFate.Closed)
        {
            letter.Close("Se reiteró en una carta conjunta", stamp with { At = At(stamp.At, letter.SentFrom.AddDays(20)) });
        }
        else if (letter.DueOn is { } due && fate.Substance is { } substance)
        {
            var arrived = fate.IsAcknowledgement ? letter.SentOn.Latest!.Value.AddDays(6) : due.AddDays(fate.Code == Reply.None ? 30 : random.Next(-25, 60));
            if (arrived <= clock.Today)
            {
                letter.RecordReply(new ReplyToRecord(PartialDate.OnDay(arrived), fate.IsAcknowledgement, fate.Code, substance, null, fate.Grade, fate.Why), terms, clock.Today, stamp with { At = At(stamp.At, arrived) });
            }
        }
    }

    private FollowUp Remind(Intervention letter, Incident incident, DateOnly sent, Stamp stamp)
    {
        var reminder = FollowUp.Schedule(FollowUpId.From(DemoSeed.IdAt(random, stamp.At)), incident.Id, new FollowUpToSchedule(FollowUp.ReplyDue, null, letter.DueOn, incident.OwnerId), terms, sent, stamp).Value;
        letter.RemindBy(reminder.Id);
        return reminder;
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Sooner(DateOnly one, DateOnly other) => one < other ? one : other;

    private DateTimeOffset At(DateTimeOffset earliest, DateOnly day) =>
        clock.At(day, 17) is var then && then > earliest ? then : earliest;
}

/// <summary>What becomes of a letter.</summary>
/// <param name="Code">Of the reply; null for none or an acknowledgement.</param>
internal sealed record DemoFate(string? Code, string? Grade, string? Substance, string? Why)
{
    public static readonly DemoFate Acknowledged = new(null, null, "Se acusa recibo de su comunicación", null) { Name = nameof(Acknowledged) };
    public static readonly DemoFate Overdue = new(null, null, null, null) { Name = nameof(Overdue) };
    public static readonly DemoFate Awaited = new(null, null, null, null) { Name = nameof(Awaited) };
    public static readonly DemoFate Closed = new(null, null, null, null) { Name = nameof(Closed) };
    public static readonly DemoFate Stated = new(null, null, null, null) { Name = nameof(Stated) };

    /// <summary>Tells apart those to which nothing was answered.</summary>
    public string? Name { get; private init; }

    public bool IsAcknowledgement => this == Acknowledged;

    public bool IsOpen => this == Acknowledged || this == Overdue || this == Awaited;
}
