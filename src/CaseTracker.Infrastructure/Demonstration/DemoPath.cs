using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Infrastructure.Demonstration;

/// <summary>
/// Invents how far justice came: most paths stall early, few reach a judgment, some are shelved or closed, and a few run
/// against the defender. The shares are ours, chosen so that every stage occurs; they estimate nothing.
/// </summary>
internal sealed class DemoPath(Random random, ITerms terms, DateOnly today)
{
    private const string Criminal = "CT-PRC-CRIM";

    private static readonly string[] OtherKinds = ["CT-PRC-DISC", "CT-PRC-HRC", "CT-PRC-AMP", "CT-PRC-INT"];

    private static readonly (Stage Stage, double Continue, int Days)[] Climb =
    [
        (Stage.J1, 0.80, 20), (Stage.J2, 0.42, 90), (Stage.J3, 0.62, 300), (Stage.J4, 0.55, 200), (Stage.J5, 0.60, 300),
        (Stage.J6, 0.35, 250), (Stage.J7, 0.35, 300), (Stage.J8, 0.0, 400),
    ];

    public void Write(Incident incident, DateOnly day, bool spanish, Stamp logged)
    {
        var share = random.NextDouble();
        if (share < 0.12)
        {
            return;
        }

        if (share < 0.34)
        {
            var why = DemoMaterial.Pick(random, terms.All(Lists.NotReportedReasons)).Code;
            incident.OpenProceeding(Criminal, null, new StageToRecord(Stage.J0, PartialDate.OnDay(day), Text(spanish, "No complaint was filed", "No se presentó denuncia"), why), terms, today, logged);
            return;
        }

        WriteClimb(incident, Criminal, Authority(spanish), day, spanish, logged, ceiling: Stage.J8);
        if (random.NextDouble() < 0.18)
        {
            WriteClimb(incident, DemoMaterial.Pick(random, OtherKinds), spanish ? "Comisión de derechos humanos" : "Human rights commission", day, spanish, logged, ceiling: Stage.J4);
        }

        if (random.NextDouble() < 0.07)
        {
            WriteClimb(incident, "CT-PRC-CRMZ", Authority(spanish), day, spanish, logged, ceiling: Stage.J5);
        }
    }

    private void WriteClimb(Incident incident, string kind, string authority, DateOnly day, bool spanish, Stamp logged, Stage ceiling)
    {
        var on = day;
        ProceedingId? path = null;
        foreach (var step in Climb)
        {
            on = on.AddDays(1 + random.Next(step.Days * 2));
            if (on > today || step.Stage > ceiling)
            {
                return;
            }

            var entry = new StageToRecord(
                step.Stage,
                PartialDate.OnDay(on),
                Text(spanish, "According to the file", "Según consta en el expediente"),
                OrderedOn: step.Stage == Stage.J8 ? PartialDate.OnDay(on.AddDays(-30)) : null);
            var stamp = logged with { At = Later(logged.At, on) };
            if (path is null)
            {
                var opened = incident.OpenProceeding(kind, authority, entry, terms, today, stamp);
                if (!opened.IsSuccess)
                {
                    return;
                }

                path = opened.Value;
            }
            else
            {
                incident.RecordStage(path.Value, entry, terms, today, stamp);
            }

            if (step.Stage >= Stage.J2 && random.NextDouble() < 0.7 && on.AddDays(random.Next(200)) is var investigated && investigated <= today)
            {
                incident.RecordInvestigativeAct(path.Value, DemoMaterial.Pick(random, terms.All(Lists.InvestigativeActs)).Code, PartialDate.OnDay(investigated), terms, today, stamp);
            }

            if (random.NextDouble() >= step.Continue)
            {
                Leave(incident, path.Value, step.Stage, on, spanish, stamp);
                return;
            }
        }
    }

    private void Leave(Incident incident, ProceedingId path, Stage reached, DateOnly on, bool spanish, Stamp stamp)
    {
        var left = on.AddDays(30 + random.Next(500));
        if (left > today || random.NextDouble() > 0.45)
        {
            return;
        }

        Stage[] ways = reached switch
        {
            Stage.J1 => [Stage.X1],
            Stage.J2 => [Stage.J2s, Stage.X1, Stage.X1],
            Stage.J3 or Stage.J4 => [Stage.X2, Stage.X5],
            Stage.J5 => [Stage.X3],
            _ => [Stage.X4],
        };
        incident.RecordStage(path, new StageToRecord(DemoMaterial.Pick(random, ways), PartialDate.OnDay(left), Text(spanish, "Notified in writing", "Notificado por escrito")), terms, today, stamp with { At = Later(stamp.At, left) });
    }

    private string Authority(bool spanish) => random.Next(3) switch
    {
        0 => spanish ? "Fiscalía General del Estado" : "State Prosecutor's Office",
        1 => spanish ? "Fiscalía General de la República" : "Federal Prosecutor's Office",
        _ => spanish ? "Fiscalía especializada" : "Specialised prosecutor's office",
    };

    private static string Text(bool spanish, string english, string inSpanish) => spanish ? inSpanish : english;

    private static DateTimeOffset Later(DateTimeOffset at, DateOnly day)
    {
        var then = new DateTimeOffset(day.ToDateTime(new TimeOnly(17, 0)), TimeSpan.Zero);
        return then > at ? then : at;
    }
}
