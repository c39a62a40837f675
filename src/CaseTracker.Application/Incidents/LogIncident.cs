using CaseTracker.Application.Access;
using CaseTracker.Application.People;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>Logs an incident with everybody and everything that was typed on one screen, or nothing of it.</summary>
/// <param name="Key">Made when the form was first shown: the same form sent twice logs one incident.</param>
/// <param name="Team">Null for a member of a single team.</param>
/// <returns>The incident's number.</returns>
[Requires(Permission.LogIncident)]
public sealed record LogIncident(
    Guid Key,
    IncidentInput Incident,
    IReadOnlyList<VictimInput> Victims,
    IReadOnlyList<ActToRecord> Acts,
    IReadOnlyList<InvolvementToRecord> Perpetrators,
    IReadOnlyList<SourceToRecord> Sources,
    TeamId? Team) : ICommand<Result<string>>
{
    /// <summary>It may be on record already, and nobody has said yet that this is another incident.</summary>
    public bool IsDoubted { get; init; }
}

/// <summary>A victim as typed: somebody on record (<paramref name="Person"/>), somebody new (<paramref name="Name"/>), or not known.</summary>
public sealed record VictimInput(PersonId? Person, string? Name, string? Aliases, string? Contact, PersonDetails Details, bool IsUnknown);

public sealed class LogIncidentHandler(
    ICaseTrackerDb db,
    CurrentActor current,
    Calendar calendar,
    ITerms terms,
    IAreas areas,
    IIncidentNumbers numbers,
    IIdentityRegister identities,
    PeopleRecorder people,
    IncidentIndex index,
    Trail trail) : IRequestHandler<LogIncident, Result<string>>
{
    public async Task<Result<string>> Handle(LogIncident request, CancellationToken cancellationToken)
    {
        var id = IncidentId.From(request.Key);
        if (await db.Incidents.IgnoreQueryFilters().AnyAsync(i => i.Id == id, cancellationToken))
        {
            // Looked for after it is known to be there: the same form, sent twice at once, may be stored between two looks.
            if (await db.Incidents.Where(i => i.Id == id && i.LoggedBy == current.MemberId).Select(i => i.Number).SingleOrDefaultAsync(cancellationToken) is not { } logged)
            {
                return SharedErrors.FormUsed;
            }

            trail.Of(logged);
            return logged;
        }

        var stamp = new Stamp(current.MemberId, calendar.Now);
        List<Refusal> refusals = request.IsDoubted ? [DraftErrors.LookAtDuplicates] : [];
        var facts = request.Incident.ToFacts(areas);
        refusals.AddRange(facts.Refusals);

        if (request.Team is null && current.Actor.Teams.Count > 1)
        {
            refusals.Add(SharedErrors.Required.On("Team"));
        }

        var team = request.Team ?? (current.Actor.Teams.Count > 0 ? current.Actor.Teams[0] : default);
        if (!current.Actor.Teams.Contains(team))
        {
            refusals.Add(IncidentErrors.TeamNotYours);
        }

        var victims = await people.RecordAsync(id, request.Victims, stamp, cancellationToken);
        refusals.AddRange(victims.Refusals);
        refusals.AddRange(await CheckTitleAsync(request, cancellationToken));

        // The rest is checked with stand-ins, so that one answer names everything that is wrong.
        var incident = Incident.Log(
            id,
            refusals.Count == 0 ? await numbers.NextAsync(calendar.Today.Year, cancellationToken) : "",
            facts.IsSuccess ? facts.Value : request.Incident.StandIn(areas),
            victims.IsSuccess ? victims.Value : [.. request.Victims.Select(_ => (PersonId?)null)],
            request.Acts,
            request.Perpetrators,
            request.Sources,
            team,
            terms,
            calendar.Today,
            stamp);
        refusals.AddRange(incident.Refusals);
        if (refusals.Count > 0)
        {
            return refusals.Distinct().ToList();
        }

        db.Incidents.Add(incident.Value);
        index.Add(id, facts.Value);
        await db.Drafts.Where(d => d.Id == request.Key).ExecuteDeleteAsync(cancellationToken);
        trail.Of(incident.Value.Number);
        return incident.Value.Number;
    }

    private async Task<IEnumerable<Refusal>> CheckTitleAsync(LogIncident request, CancellationToken cancellationToken)
    {
        if (request.Incident.Title is not { Length: > 0 } title || title.Length > Incident.TitleLimit)
        {
            return [];
        }

        var words = NameTokens.Of(title);
        var typed = request.Victims.Where(v => v.Details.Kind == PersonKind.Individual).Select(v => NameTokens.Of(v.Name)).Any(name => name.Count >= 2 && name.All(words.Contains));
        return typed || await identities.NamesSomebodyAsync(title, cancellationToken) ? [IncidentErrors.TitleNamesSomebody] : [];
    }
}
