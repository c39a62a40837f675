using CaseTracker.Application.Confidentiality;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Application.Timelines;

/// <summary>
/// What one feature has to tell on a timeline. It lives in the feature's own folder and is named in
/// <see cref="DependencyInjection.TimelineSources"/>; the order there is the order within a day.
/// </summary>
public interface ITimelineSource
{
    /// <returns>In an order that is the same each time: it decides between entries of one moment.</returns>
    Task<IReadOnlyList<TimelineItem>> TellAsync(TimelineScope scope, CancellationToken cancellationToken);
}

/// <summary>What a timeline is about: incidents, all of which its reader sees, with the keys to their texts fetched in one trip.</summary>
/// <param name="Person">Whose timeline it is: what was done to others in the same incidents is not part of it. Null for all victims.</param>
public sealed record TimelineScope(IReadOnlyList<ToldIncident> Incidents, IKeyRing Keys, PersonId? Person = null)
{
    private readonly Dictionary<IncidentId, ToldIncident> _byId = Incidents.ToDictionary(i => i.Id);

    public List<IncidentId> Ids { get; } = [.. Incidents.Select(i => i.Id)];

    public ToldIncident Of(IncidentId incident) => _byId[incident];

    public IncidentKeys KeysOf(IncidentId incident) => Keys.Of(incident);
}

public sealed record ToldIncident(IncidentId Id, string Number, PartialDate StartedOn)
{
    /// <summary>First day on which it can have begun; null if that is not known.</summary>
    public DateOnly? Began => StartedOn.FirstFrom(null);
}

internal static class Days
{
    /// <summary>The later of two days of which neither need be known.</summary>
    public static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other ?? one : one;
}
