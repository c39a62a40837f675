using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Infrastructure.Accountability;

namespace CaseTracker.Infrastructure.Demonstration;

/// <summary>
/// Invents how far justice came: most paths stall early, few reach a judgment, some are shelved or closed, and a few run
/// against the defender. The shares are ours, chosen so that every stage occurs; they estimate nothing.
/// </summary>
internal sealed class DemoPath(Random random, ITerms terms, DemoClock clock)
{
    private const string Criminal = "CT-PRC-CRIM";
    private const string Commission = "CT-PRC-HRC";

    private static readonly (string Kind, string Authority)[] Others =
        [(Commission, "CT-AUT-CNDH"), ("CT-PRC-DISC", "CT-AUT-OIC-EST"), ("CT-PRC-AMP", "CT-AUT-JD"), ("CT-PRC-INT", "CT-AUT-IACHR")];

    private static readonly Dictionary<string, Authority> Authorities = AuthoritySeed.Shipped(DateTimeOffset.MinValue).ToDictionary(a => a.Code);

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
            WriteClimb(incident, new("CT-PRC-CRMZ", Stage.J5, null, Planned: false, IsAgainst: true), Prosecutor(incident), day, logged);
        }

        if (way.Reached is null)
        {
            return;
        }

        if (way.Reached == Stage.J0)
        {
            var why = DemoMaterial.Pick(random, terms.All(Lists.NotReportedReasons)).Code;
            incident.OpenProceeding(way.Kind, new Office(null, null), new StageToRecord(Stage.J0, PartialDate.OnDay(day), "No se presentó denuncia", why), terms, clock.Today, logged);
            return;
        }

        WriteClimb(incident, way, way.Kind == Commission ? OfState(incident, "CDH", "CT-AUT-CNDH") : Prosecutor(incident), day, logged);
        if (way.Kind == Criminal && !way.Planned && random.NextDouble() < 0.18)
        {
            var (kind, authority) = DemoMaterial.Pick(random, Others);
            WriteClimb(incident, new(kind, Stage.J4, null, Planned: false, IsAgainst: false), authority, day, logged);
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
            var isKnown = step.Stage switch
            {
                Stage.J6 => incident.Roster.All is [{ IsKnown: true }, ..],
                Stage.J7 => incident.Roster.All.All(a => a.IsKnown),
                _ => true,
            };
            if (on > clock.Today || step.Stage > way.Reached || !isKnown)
            {
                return;
            }

            // Convictions are of somebody: first of whoever carried it out, then of everybody, and final.
            var entry = new StageToRecord(
                step.Stage is Stage.J7 ? Stage.J6 : step.Stage,
                PartialDate.OnDay(on),
                "Según consta en el expediente",
                OrderedOn: step.Stage == Stage.J8 ? PartialDate.OnDay(on.AddDays(-30)) : null,
                Accused: step.Stage is Stage.J6 ? [1] : step.Stage is Stage.J7 ? [.. incident.Involvements.Select(i => i.Sequence)] : null,
                IsFinal: step.Stage is Stage.J7,
                Office: new Office(Authorities[authority], null));
            var stamp = logged with { At = Later(logged.At, on) };
            if (path is null)
            {
                var opened = incident.OpenProceeding(way.Kind, entry.Office!, entry, terms, clock.Today, stamp);
                if (!opened.IsSuccess)
                {
                    return;
                }

                path = opened.Value;
            }
            else
            {
                if (step.Stage == Stage.J7 && !incident.Roster.IsEstablished)
                {
                    incident.FindOrders(nobodyGaveOrders: true, "La sentencia concluyó que nadie más lo ordenó", stamp);
                }

                incident.RecordStage(path.Value, entry, terms, clock.Today, stamp);
            }

            if (step.Stage >= Stage.J2 && random.NextDouble() < 0.7 && on.AddDays(random.Next(200)) is var investigated && investigated <= clock.Today)
            {
                incident.RecordInvestigativeAct(path.Value, new InvestigationToRecord(DemoMaterial.Pick(random, terms.All(Lists.InvestigativeActs)).Code, PartialDate.OnDay(investigated)), terms, clock.Today, stamp);
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
        if (left > clock.Today || (way.Planned ? way.Left is null : random.NextDouble() > 0.45))
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
        var exit = way.Left ?? DemoMaterial.Pick(random, ways);
        var entry = new StageToRecord(exit, PartialDate.OnDay(left), "Notificado por escrito", Accused: exit == Stage.X4 ? [1] : null);
        incident.RecordStage(path, entry, terms, clock.Today, stamp with { At = Later(stamp.At, left) });
    }

    private string Prosecutor(Incident incident) => random.Next(3) switch
    {
        0 => "CT-AUT-FGR",
        1 => "CT-AUT-FEADLE",
        _ => OfState(incident, "FIS", "CT-AUT-FGR"),
    };

    /// <summary>The authority of the state where it happened; the federal one where it is not known.</summary>
    private static string OfState(Incident incident, string kind, string federal) =>
        incident.Place.State is { } state && $"CT-AUT-{kind}-{state[3..]}" is var code && Authorities.ContainsKey(code) ? code : federal;

    private DateTimeOffset Later(DateTimeOffset at, DateOnly day)
    {
        var then = clock.At(day, 17);
        return then > at ? then : at;
    }
}

/// <summary>How far a proceeding is to come.</summary>
/// <param name="Reached">The last rung it may reach, or will, if planned; null for no proceeding.</param>
/// <param name="Left">How a planned one leaves the ladder.</param>
/// <param name="IsAgainst">The person defending rights is also proceeded against.</param>
internal sealed record DemoWay(string Kind, Stage? Reached, Stage? Left, bool Planned, bool IsAgainst);
