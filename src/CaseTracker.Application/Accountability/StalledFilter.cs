using CaseTracker.Application.Access;
using CaseTracker.Application.Paging;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Application.Accountability;

/// <summary>Which stalled paths a list shows, as its link says it; a part that cannot be understood is refused.</summary>
/// <param name="Whose"><c>mine</c> (if empty), <c>team</c> or <c>all</c>: everything that the reader sees.</param>
/// <param name="Authority">Code of an authority.</param>
/// <param name="State">Code of the state where it happened.</param>
public sealed record StalledFilter(string? Whose = null, string? Authority = null, string? State = null)
{
    public const string Mine = "mine";
    public const string Team = "team";
    public const string All = "all";

    public static readonly IReadOnlyList<string> Circles = [Mine, Team, All];

    /// <summary>The one meaning of each part, for the list and for today's number.</summary>
    /// <param name="db">Shows only what the actor may see.</param>
    /// <returns>Without what cannot be understood, and that.</returns>
    internal (IQueryable<StalledPath> Paths, IReadOnlyList<Refusal> Refusals) Of(ICaseTrackerDb db, IAreas areas, Actor actor, DateOnly today)
    {
        var reading = new FilterReading();
        if (!string.IsNullOrEmpty(Whose) && !Circles.Contains(Whose))
        {
            reading.Refuse(SharedErrors.UnknownTerm, nameof(Whose));
        }

        var area = reading.Area(areas, State, nameof(State));
        var authority = reading.Text(Authority, Domain.Accountability.Authority.CodeLimit, nameof(Authority));
        var incidents = db.Incidents.AsQueryable();
        if (Whose == Team)
        {
            List<TeamId> teams = [.. actor.Teams];
            incidents = incidents.Where(i => teams.Contains(i.TeamId));
        }
        else if (Whose != All)
        {
            var me = actor.Id ?? default;
            incidents = incidents.Where(i => i.OwnerId == me);
        }

        if (area is not null)
        {
            incidents = area.IsCountry ? incidents.Where(i => i.Place.Country == area.Code) : incidents.Where(i => i.Place.State == area.Code);
        }

        var stalled = incidents.StalledPathsOf(today);
        return (authority is null ? stalled : stalled.Where(s => s.Path.AuthorityCode == authority), reading.Refusals);
    }
}
