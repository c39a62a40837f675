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
    private const string Commission = "CT-PRC-HRC";
    private const string CommissionOffice = "Comisión estatal de derechos humanos";

    private static readonly (string Kind, string Office)[] Others =
    [
        (Commission, CommissionOffice), ("CT-PRC-DISC", "Órgano interno de control"), ("CT-PRC-AMP", "Juzgado de distrito"), ("CT-PRC-INT", "Comisión Interamericana de Derechos Humanos"),
    ];

    private static readonly (Stage Stage, double Continue, int Days)[] Climb =
    [
        (Stage.J1, 0.80, 20), (Stage.J2, 0.42, 90), (Stage.J3, 0.62, 300), (Stage.J4, 0.55, 200), (Stage.J5, 0.60, 300),
        (Stage.J6, 0.35, 250), (Stage.J7, 0.35, 300), (Stage.J8, 0.0, 400),
    ];

    /// <summary>Where the main proceeding is to end: as planned, or by chance. <see cref="DemoWay.Reached"/> is null for none at all.</summary>
    public DemoWay Choose(DemoPlan plan, string group)
    {
        var kind = group is "CT-GRP-RES" ? Commission : Criminal;
        var against = group == "CT-GRP-CRM" && random.NextDouble() < 0.5;
        if (plan.Reached is { } planned)
        {
            return new(Criminal, planned, plan.Left, Planned: true, against);
        }

        var share = random.NextDouble();
        return share < 0.12 ? new(kind, null, null, Planned: false, against)
            : share < 0.34 ? new(Criminal, Stage.J0, null, Planned: false, against)
            : new(kind, kind == Commission ? Stage.J4 : Stage.J8, null, Planned: false, against);
    }

    public void Write(Incident incident, DemoWay way, DateOnly day, Stamp logged)
    {
        if (way.IsAgainst)
        {
            WriteClimb(incident, new("CT-PRC-CRMZ", Stage.J5, null, Planned: false, IsAgainst: true), Authority(), day, logged);
        }

        if (way.Reached is null)
        {
            return;
        }

        if (way.Reached == Stage.J0)
        {
            var why = DemoMaterial.Pick(random, terms.All(Lists.NotReportedReasons)).Code;
            incident.OpenProceeding(way.Kind, null, new StageToRecord(Stage.J0, PartialDate.OnDay(day), "No se presentó denuncia", why), terms, today, logged);
            return;
        }

        WriteClimb(incident, way, way.Kind == Commission ? CommissionOffice : Authority(), day, logged);
        if (way.Kind == Criminal && !way.Planned && random.NextDouble() < 0.18)
        {
            var (kind, office) = DemoMaterial.Pick(random, Others);
            WriteClimb(incident, new(kind, Stage.J4, null, Planned: false, IsAgainst: false), office, day, logged);
        }
    }

    private void WriteClimb(Incident incident, DemoWay way, string authority, DateOnly day, Stamp logged)
    {
        var on = day;
        ProceedingId? path = null;
        foreach (var step in Climb)
        {
            // A planned way is walked at half the pace at most, so that it ends before today.
            on = on.AddDays(1 + random.Next(way.Planned ? step.Days : step.Days * 2));
            if (on > today || step.Stage > way.Reached)
            {
                return;
            }

            var entry = new StageToRecord(
                step.Stage,
                PartialDate.OnDay(on),
                "Según consta en el expediente",
                OrderedOn: step.Stage == Stage.J8 ? PartialDate.OnDay(on.AddDays(-30)) : null);
            var stamp = logged with { At = Later(logged.At, on) };
            if (path is null)
            {
                var opened = incident.OpenProceeding(way.Kind, authority, entry, terms, today, stamp);
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

            if (way.Planned ? step.Stage == way.Reached : random.NextDouble() >= step.Continue)
            {
                Leave(incident, path.Value, way, step.Stage, on, stamp);
                return;
            }
        }
    }

    private void Leave(Incident incident, ProceedingId path, DemoWay way, Stage reached, DateOnly on, Stamp stamp)
    {
        var left = on.AddDays(30 + random.Next(way.Planned ? 200 : 500));
        if (left > today || (way.Planned ? way.Left is null : random.NextDouble() > 0.45))
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
        incident.RecordStage(path, new StageToRecord(way.Left ?? DemoMaterial.Pick(random, ways), PartialDate.OnDay(left), "Notificado por escrito"), terms, today, stamp with { At = Later(stamp.At, left) });
    }

    private string Authority() => random.Next(3) switch
    {
        0 => "Fiscalía General del Estado",
        1 => "Fiscalía General de la República",
        _ => "Fiscalía especializada",
    };

    private static DateTimeOffset Later(DateTimeOffset at, DateOnly day)
    {
        var then = new DateTimeOffset(day.ToDateTime(new TimeOnly(17, 0)), TimeSpan.Zero);
        return then > at ? then : at;
    }
}

/// <summary>How far a proceeding is to come.</summary>
/// <param name="Reached">The last rung it may reach, or will, if planned; null for no proceeding.</param>
/// <param name="Left">How a planned one leaves the ladder.</param>
/// <param name="IsAgainst">The person defending rights is also proceeded against.</param>
internal sealed record DemoWay(string Kind, Stage? Reached, Stage? Left, bool Planned, bool IsAgainst);
