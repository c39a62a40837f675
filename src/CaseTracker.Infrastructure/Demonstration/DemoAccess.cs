using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Infrastructure.Demonstration;

/// <summary>
/// Shares a few of the newest incidents beyond their team, restricts two, offers one and opens one, so that a demonstration
/// shows it. Not the very newest: whoever looks around first meets an incident as most are.
/// </summary>
internal sealed class DemoAccess(IReadOnlyList<(MemberId Member, TeamId Team)> workers, Calendar calendar)
{
    private const int Days = 30;

    /// <param name="newest">1 for the newest of all that are made.</param>
    public void Share(Incident incident, int newest)
    {
        var owner = new Stamp(incident.OwnerId, calendar.Now);
        var other = workers.Select(w => w.Member).FirstOrDefault(m => m != incident.OwnerId);
        if (other == default)
        {
            return;
        }

        switch (newest)
        {
            case 30:
                incident.Keep(Circle.Restricted, owner);
                break;
            case 33:
                incident.Keep(Circle.Restricted, owner);
                Name(incident, other, GrantLevel.Read, "Traduce las entrevistas", owner);
                break;
            case 36:
                Name(incident, other, GrantLevel.Work, "Conoce la región", owner);
                incident.Propose(other, "La organización está más cerca de su equipo", owner);
                break;
            case 40:
                Name(incident, other, GrantLevel.Identities, "Acompaña a la familia", owner);
                break;
            case 45:
                Name(incident, other, GrantLevel.Work, "Prepara la audiencia", owner);
                incident.BreakGlass("Llamar antes de la audiencia", owner with { By = other });
                break;
        }
    }

    private void Name(Incident incident, MemberId member, GrantLevel level, string reason, Stamp stamp)
    {
        var last = calendar.Today.AddDays(Days);
        incident.Grant(new GrantToGive(member, level, last, calendar.StartOf(last.AddDays(1))), reason, calendar.Today, stamp);
    }
}
