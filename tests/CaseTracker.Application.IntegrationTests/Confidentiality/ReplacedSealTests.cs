using System.Runtime.CompilerServices;
using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Campaigns;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.IntegrationTests.Campaigns;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.IntegrationTests.Confidentiality;

/// <summary>What was altered tells what was done to it: whoever could not see it does not replace it, not even by nothing.</summary>
public abstract class ReplacedSealTests(UseCases app)
{
    /// <summary>Columns that can be set, and why what stands in them is never replaced.</summary>
    private static readonly Dictionary<string, string> FilledOnce = new()
    {
        ["IncidentHandOvers|Answer"] = "a proposal is answered once",
        ["Interventions|CloseReason"] = "what is not waited for any more stays closed",
        ["FollowUps|OutcomeNote"] = "a follow-up is completed once",
        ["CampaignIncidents|Reason"] = "goes with its campaign alone, which does not ask whether it opens",
        ["CampaignIncidents|RemovalReason"] = "an incident that is added again gets a line of its own",
        ["PersonIdentities|Name"] = "who somebody is is recorded once",
        ["PersonIdentities|Aliases"] = "who somebody is is recorded once",
        ["PersonIdentities|Contact"] = "who somebody is is recorded once",
    };

    public static TheoryData<string> Replaceable => [.. CanBeSet.Except(FilledOnce.Keys)];

    private static IEnumerable<string> CanBeSet => SealedFields.All
        .Where(f => f.Entity.GetProperty(f.Column)!.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
        .Select(f => f.ToString());

    [SkippableTheory]
    [MemberData(nameof(Replaceable))]
    public async Task A_value_altered_in_any_column_that_can_be_replaced_stays_as_it_is(string name)
    {
        var place = await new SealedStory(app).FillAsync(SealedFields.All.Single(f => f.ToString() == name));
        await app.SpoilAsync(place);
        var altered = await app.EnvelopeAsync(place);

        foreach (var attempt in await AttemptsAsync(place))
        {
            await Assert.ThrowsAsync<SealBrokenException>(attempt);
            Assert.Equal(altered, await app.EnvelopeAsync(place));
        }
    }

    [Fact]
    public void Every_column_that_is_filled_once_can_be_set() => Expect.None(FilledOnce.Keys.Except(CanBeSet));

    [SkippableFact]
    public async Task What_opens_is_replaced()
    {
        foreach (var field in (SealedField[])[SealedFields.Counsel, SealedFields.OutletName, SealedFields.Narrative, SealedFields.Draft])
        {
            var place = await new SealedStory(app).FillAsync(field);
            var stored = await app.EnvelopeAsync(place);

            await (await AttemptsAsync(place))[1]();

            Assert.NotEqual(stored, await app.EnvelopeAsync(place));
        }
    }

    [SkippableFact]
    public async Task A_correction_does_not_begin_with_the_word_that_stands_for_a_reply_that_was_altered()
    {
        var place = await new SealedStory(app).FillAsync(SealedFields.ReplySubstance);
        var (_, owner) = await IncidentAsync(place);
        var intervention = await app.StoredAsync(db => db.Interventions.Where(i => i.IncidentId == IncidentId.From(place.Owner.Id)).Select(i => i.Id).SingleAsync());
        Assert.Equal("The file is with another desk", (await app.SendAsync(owner, new GetReplyToCorrect(intervention, 1))).Value.Substance);
        await app.SpoilAsync(place);

        await Assert.ThrowsAsync<SealBrokenException>(() => app.SendAsync(owner, new GetReplyToCorrect(intervention, 1)));
    }

    /// <summary>The form that begins with it, its replacement by something else, and by nothing.</summary>
    private async Task<IReadOnlyList<Func<Task>>> AttemptsAsync(SealedPlace place)
    {
        switch (place.Field.Table)
        {
            case "Incidents":
                {
                    var (incident, owner) = await IncidentAsync(place);
                    return
                    [
                        () => app.SendAsync(owner, new GetIncidentFacts(incident.Number)),
                    () => app.SendAsync(owner, new ChangeIncident(incident.Number, incident.Version, Build.TheFacts())),
                    () => app.SendAsync(owner, new ChangeIncident(incident.Number, incident.Version, Build.TheFacts() with { Narrative = null, Municipality = null })),
                ];
                }

            case "Proceedings":
                {
                    var (incident, owner) = await IncidentAsync(place);
                    var path = incident.Proceedings[0].Id;
                    return
                    [
                        () => app.SendAsync(owner, new GetProceedingDetails(incident.Number, path)),
                    () => app.SendAsync(owner, new DescribeProceeding(incident.Number, incident.Version, path, new ProceedingInput("CT-AUT-FGR", null, "FED/GRO/2", "Another lawyer", null))),
                    () => app.SendAsync(owner, new DescribeProceeding(incident.Number, incident.Version, path, new ProceedingInput("CT-AUT-FGR", null, null, null, null))),
                ];
                }

            case "IncidentDrafts":
                {
                    var author = await ActorAsync(await app.StoredAsync(db => db.Drafts.Where(d => d.Id == place.Owner.Id).Select(d => d.OwnerId).SingleAsync()));
                    return
                    [
                        () => app.SendAsync(author, new GetDraft(place.Owner.Id)),
                    () => app.SendAsync(author, new SaveDraft(place.Owner.Id, """{"Title":"typed anew"}""")),
                ];
                }

            default:
                {
                    var campaign = await new SealedReader(app).CampaignOfAsync(place);
                    var owner = await ActorAsync(campaign.OwnerId);
                    var emptied = CampaignStory.Typed() with { Description = null, Outlets = [], Speakers = [], Addresses = [] };
                    return
                    [
                        () => app.SendAsync(owner, new GetCampaignFacts(campaign.Number)),
                    () => app.SendAsync(owner, new ChangeCampaign(campaign.Number, campaign.Version, CampaignStory.Typed())),
                    () => app.SendAsync(owner, new ChangeCampaign(campaign.Number, campaign.Version, emptied)),
                ];
                }
        }
    }

    private async Task<(Incident Incident, Actor Owner)> IncidentAsync(SealedPlace place)
    {
        var id = IncidentId.From(place.Owner.Id);
        var incident = await app.StoredAsync(db => db.Incidents.Include(i => i.Proceedings).AsNoTracking().SingleAsync(i => i.Id == id));
        return (incident, await ActorAsync(incident.OwnerId));
    }

    private Task<Actor> ActorAsync(MemberId member) => new SealedReader(app).ActorAsync(member);

    public sealed class OnSqlite(UseCasesOnSqlite app) : ReplacedSealTests(app), IClassFixture<UseCasesOnSqlite>;

    public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : ReplacedSealTests(app), IClassFixture<UseCasesOnPostgreSql>;
}
