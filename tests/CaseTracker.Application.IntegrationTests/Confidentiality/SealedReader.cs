using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Campaigns;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.People;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Protection;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Testing;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Application.IntegrationTests.Confidentiality;

/// <summary>Looks at a record through every use case that shows something of it.</summary>
internal sealed class SealedReader(UseCases app)
{
    /// <summary>Everything that the record's owner can look at.</summary>
    /// <returns>How often a broken seal was met.</returns>
    public async Task<int> ReadEverythingAsync(SealedPlace place)
    {
        if (place.Owner.Kind == KeyKind.Draft)
        {
            var author = await app.StoredAsync(db => db.Drafts.Where(d => d.Id == place.Owner.Id).Select(d => d.OwnerId).SingleAsync());
            return await MetAsync(await ActorAsync(author), new GetDraft(place.Owner.Id));
        }

        if (place.Owner.Kind == KeyKind.Campaign)
        {
            var campaign = await CampaignOfAsync(place);
            return await ReadCampaignAsync(await ActorAsync(campaign.OwnerId), campaign.Number);
        }

        var incident = await IncidentOfAsync(place);
        var (owner, number) = (await ActorAsync(incident.OwnerId), incident.Number);
        var person = incident.Victims[0].PersonId!.Value;
        var joined = await app.StoredAsync(db => db.Campaigns.Where(c => c.Incidents.Any(i => i.IncidentId == incident.Id)).Select(c => c.Number).SingleOrDefaultAsync());
        var followUp = await app.StoredAsync(db => db.FollowUps.Where(f => f.IncidentId == incident.Id && f.OutcomeNote != null).Select(f => f.Id).SingleAsync());
        var path = (await app.StoredAsync(db => db.Incidents.Include(i => i.Proceedings).AsNoTracking().SingleAsync(i => i.Id == incident.Id))).Proceedings[0].Id;
        var intervention = await app.StoredAsync(db => db.Interventions.Where(i => i.IncidentId == incident.Id).Select(i => i.Id).SingleAsync());
        return await MetAsync(owner, new GetIncidentHeader(number)) + await MetAsync(owner, new GetIncidentSummary(number))
            + await MetAsync(owner, new GetIncidentFacts(number)) + await MetAsync(owner, new GetTimeline(number, [])) + await MetAsync(owner, new GetJustice(number))
            + await MetAsync(owner, new GetHistory(number)) + await MetAsync(owner, new GetAccess(number)) + await MetAsync(owner, new GetAccessHistory(number))
            + await MetAsync(owner, new GetIdentityAccess(number)) + await MetAsync(owner, new GetFollowUp(followUp)) + await MetAsync(owner, new GetIntervention(intervention)) + await MetAsync(owner, new OpenIdentity(number, person, null))
            + await MetAsync(owner, new GetVerification(number)) + await MetAsync(owner, new GetSigns(number)) + await MetAsync(owner, new GetProtection(number))
            + await MetAsync(owner, new GetProceedingDetails(number, path)) + await MetAsync(owner, new GetReplyToCorrect(intervention, 1)) + await MetAsync(owner, new ListInterventions(new InterventionFilter()))
            + await MetAsync(owner, new ListIncidents(new IncidentFilter())) + await MetAsync(owner, new ListFollowUps(new FollowUpFilter())) + await MetAsync(owner, new ListStalled(new StalledFilter()))
            + await MetAsync(owner, new ListMeasures(new MeasureFilter())) + await MetAsync(owner, new GetHandOver(number)) + await MetAsync(owner, new GetCampaignsOfIncident(number))
            + (joined is null ? 0 : await ReadCampaignAsync(owner, joined));
    }

    private async Task<int> ReadCampaignAsync(Actor owner, string campaign) =>
        await MetAsync(owner, new GetCampaign(campaign)) + await MetAsync(owner, new GetCampaignFacts(campaign)) + await MetAsync(owner, new ListCampaigns(new CampaignFilter())) + await MetAsync(owner, new SuggestIncidents(campaign));

    private async Task<int> MetAsync<TAnswer>(Actor reader, IRequest<TAnswer> request)
    {
        var before = await LinesAsync(reader);
        try
        {
            await app.SendAsync(reader, request);
        }
        catch (SealBrokenException broken)
        {
            Assert.True(MayRefuse(request), $"{request.GetType().Name} shows nothing at all where one value of {broken.Place} was altered.");
            Assert.True(broken.IsReported);
        }

        return await LinesAsync(reader) - before;
    }

    /// <summary>Everything else goes on without what was altered.</summary>
    private static bool MayRefuse<TAnswer>(IRequest<TAnswer> request) =>
        request is IFillsAForm || request.GetType().GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>));

    private Task<int> LinesAsync(Actor reader) => app.StoredAsync(db => db.Trail.CountAsync(e => e.Action == SealAlarm.Action && e.ActorId == reader.Id));

    public async Task<string?> SubjectOfAsync(SealedPlace place)
    {
        var person = PersonId.From(place.Owner.Id);
        return place.Owner.Kind switch
        {
            KeyKind.Incident => (await IncidentOfAsync(place)).Number,
            KeyKind.Campaign => (await CampaignOfAsync(place)).Number,
            KeyKind.Person => await app.StoredAsync(db => db.People.Where(p => p.Id == person).Select(p => p.Pseudonym).SingleAsync()),
            _ => null,
        };
    }

    public Task<Campaign> CampaignOfAsync(SealedPlace place)
    {
        var id = CampaignId.From(place.Owner.Id);
        return app.StoredAsync(db => db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == id));
    }

    public Task<Incident> IncidentOfAsync(SealedPlace place)
    {
        var (id, person) = (IncidentId.From(place.Owner.Id), (PersonId?)PersonId.From(place.Owner.Id));
        return app.StoredAsync(db => db.Incidents.Include(i => i.Victims).AsNoTracking().SingleAsync(i => i.Id == id || i.Victims.Any(v => v.PersonId == person)));
    }

    public async Task<Actor> ActorAsync(MemberId member)
    {
        await using var scope = app.ScopeOf(Actor.System());
        return (await scope.ServiceProvider.GetRequiredService<Actors>().FindAsync(member, CancellationToken.None))!;
    }
}
