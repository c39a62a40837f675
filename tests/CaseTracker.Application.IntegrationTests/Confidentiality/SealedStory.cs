using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Campaigns;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.People;
using CaseTracker.Application.Protection;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.IntegrationTests.Confidentiality;

/// <summary>Where a sealed value lies.</summary>
/// <param name="Where">Condition that names its row.</param>
internal sealed record SealedPlace(SealedField Field, KeyOwner Owner, string Row, string Where);

/// <summary>An incident on which every sealed column was filled through the use cases.</summary>
internal sealed class SealedStory(UseCases app)
{
    public async Task<SealedPlace> FillAsync(SealedField field)
    {
        var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
        if (field == SealedFields.Draft)
        {
            var key = Guid.CreateVersion7();
            Accepted((await app.SendAsync(worker, new SaveDraft(key, """{"Title":"half typed"}"""))).Refusals);
            return new(field, KeyOwner.OfDraft(key), SealedRow.Of(key), $"\"Id\" = '{Written(key)}'");
        }

        var incident = await TellAsync(worker);
        var id = incident.Id.Value;
        return field.Table switch
        {
            "Incidents" => new(field, KeyOwner.Of(incident.Id), SealedRow.Of(id), $"\"Id\" = '{Written(id)}'"),
            "Proceedings" => new(field, KeyOwner.Of(incident.Id), SealedRow.Of(incident.Proceedings[0].Id.Value), $"\"Id\" = '{Written(incident.Proceedings[0].Id.Value)}'"),
            "ProceedingStages" or "ProceedingInvestigativeActs" => Part(incident.Proceedings[0].Id.Value, "ProceedingId"),
            "FollowUps" => await FollowUpAsync(),
            "RiskAssessments" => Whole((await app.StoredAsync(db => db.RiskAssessments.Where(a => a.IncidentId == incident.Id).Select(a => a.Id).SingleAsync())).Value),
            "SignDismissals" => Whole((await app.StoredAsync(db => db.SignDismissals.Where(d => d.IncidentId == incident.Id).Select(d => d.Id).SingleAsync())).Value),
            "ProtectionMeasureSteps" or "ProtectionMeasureJudgements" => Part((await app.StoredAsync(db => db.Measures.Where(m => m.IncidentId == incident.Id).Select(m => m.Id).SingleAsync())).Value, "ProtectionMeasureId"),
            "FollowUpSnoozes" => Part((await OnlyFollowUpAsync()).Value, "FollowUpId"),
            "Interventions" => await InterventionAsync(),
            "InterventionReplies" or "InterventionGradings" or "InterventionDueChanges" => Part((await OnlyInterventionAsync()).Value, "InterventionId"),
            "PersonIdentities" => Identity(),
            "Campaigns" or "CampaignOutlets" or "CampaignSpeakers" or "CampaignAddresses" or "CampaignIncidents" => await CampaignAsync(),
            _ => Part(id, "IncidentId"),
        };

        SealedPlace Whole(Guid record) => new(field, KeyOwner.Of(incident.Id), SealedRow.Of(record), $"\"Id\" = '{Written(record)}'");

        SealedPlace Part(Guid whole, string column) => new(field, KeyOwner.Of(incident.Id), SealedRow.Of(whole, 1), $"\"{column}\" = '{Written(whole)}' AND \"Sequence\" = 1");

        async Task<SealedPlace> FollowUpAsync()
        {
            var followUp = (await OnlyFollowUpAsync()).Value;
            return new(field, KeyOwner.Of(incident.Id), SealedRow.Of(followUp), $"\"Id\" = '{Written(followUp)}'");
        }

        async Task<SealedPlace> InterventionAsync()
        {
            var intervention = (await OnlyInterventionAsync()).Value;
            return new(field, KeyOwner.Of(incident.Id), SealedRow.Of(intervention), $"\"Id\" = '{Written(intervention)}'");
        }

        Task<InterventionId> OnlyInterventionAsync() => app.StoredAsync(db => db.Interventions.Where(i => i.IncidentId == incident.Id).Select(i => i.Id).SingleAsync());

        async Task<SealedPlace> CampaignAsync()
        {
            var campaign = await GroupAsync(worker, incident.Number);
            return field.Table switch
            {
                "Campaigns" => new(field, KeyOwner.Of(campaign), SealedRow.Of(campaign.Value), $"\"Id\" = '{Written(campaign.Value)}'"),
                "CampaignIncidents" => Part(campaign.Value, "CampaignId"),
                _ => Part(campaign.Value, "CampaignId") with { Owner = KeyOwner.Of(campaign) },
            };
        }

        SealedPlace Identity()
        {
            var person = incident.Victims[0].PersonId!.Value;
            return new(field, KeyOwner.Of(person), SealedRow.Of(person.Value), $"\"PersonId\" = '{Written(person.Value)}'");
        }

        Task<FollowUpId> OnlyFollowUpAsync() => app.StoredAsync(db => db.FollowUps.Where(f => f.IncidentId == incident.Id && f.OutcomeNote != null).Select(f => f.Id).SingleAsync());
    }

    private async Task<Incident> TellAsync(Actor worker)
    {
        var asked = Build.AnIncident() with
        {
            Victims = [Build.AVictim() with { Aliases = "La Maestra", Contact = "+52 555 0100" }],
            Sources = [new("0101", "CT-MAT-1", "01", "By telephone"), new("0101", "CT-MAT-1", "01", "By letter")],
        };
        var logged = await app.SendAsync(worker, asked);
        Accepted(logged.Refusals);
        var number = logged.Value;
        Accepted((await app.SendAsync(worker, new MoveIncident(number, 1, Workflow.Triage, "Complete enough"))).Refusals);
        Accepted((await app.SendAsync(worker, new VerifyIncident(number, 2, Verification.V1, "Being looked into"))).Refusals);
        var found = new SourceToWeigh(1, new Dictionary<Claims, ClaimStanding> { [Claims.Who] = ClaimStanding.Accepted });
        Accepted((await app.SendAsync(worker, new WeighSources(number, 3, [found], "She knows her voice"))).Refusals);
        var first = new StageInput("J1", new DateInput(2026, 3, 3), "She filed it herself", null, Build.NoDate, Authority: "CT-AUT-FGR", Unit: "Agency 4");
        Accepted((await app.SendAsync(worker, new OpenProceeding(number, 4, "CT-PRC-CRIM", first))).Refusals);
        var path = (await app.SendAsync(worker, new GetJustice(number))).Value.Paths[0].Id;
        Accepted((await app.SendAsync(worker, new DescribeProceeding(number, 5, path, new ProceedingInput("CT-AUT-FGR", "Agency 4", "FED/GRO/0000123/2026", "Her lawyer", null)))).Refusals);
        Accepted((await app.SendAsync(worker, new RecordInvestigativeAct(number, 6, path, "CT-INV-INTERVIEW", new DateInput(2026, 3, 4), "Her neighbour was heard"))).Refusals);
        Accepted((await app.SendAsync(worker, new FindOrders(number, 7, NobodyGaveOrders: true, "He said that he acted alone"))).Refusals);
        var due = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime).AddDays(3);
        var planned = await app.SendAsync(worker, new ScheduleFollowUp(Guid.CreateVersion7(), number, "CT-FUK-CALL", "Ask for the file number", due, null, Recurrence.None));
        Accepted(planned.Refusals);
        var followUp = planned.Value;
        Accepted((await app.SendAsync(worker, new PostponeFollowUp(followUp, 1, due.AddDays(2), "She is travelling"))).Refusals);
        Accepted((await app.SendAsync(worker, new CompleteFollowUp(followUp, 2, "CT-FUO-NOTHING", "Nobody answered"))).Refusals);
        await AskAsync(worker, number);
        await ProtectAsync(worker, number);
        await ShareAsync(worker, number);
        return await app.StoredAsync(db => db.Incidents.Include(i => i.Victims).Include(i => i.Proceedings).AsNoTracking().SingleAsync(i => i.Number == number));
    }

    /// <summary>An authority is asked by a day of its own, is waited for no more, and answers all the same.</summary>
    private async Task AskAsync(Actor worker, string number)
    {
        var asked = await app.SendAsync(worker, new RecordIntervention(Guid.CreateVersion7(), number, null, new InterventionInput("AL", "Local prosecutor", new DateInput(2026, 3, 10), "Who looks into it?", "2026-03-30", "The letter sets it")));
        Accepted(asked.Refusals);
        Accepted((await app.SendAsync(worker, new CloseIntervention(asked.Value, 1, "Asked in person instead"))).Refusals);
        var reply = new ReplyInput(new DateInput(2026, 3, 14), false, "05", "The file is with another desk", "C", "Nothing was answered");
        Accepted((await app.SendAsync(worker, new RecordReply(asked.Value, 2, reply))).Refusals);
    }

    /// <summary>A campaign with one of everything, to which the incident belonged for a while.</summary>
    private async Task<CampaignId> GroupAsync(Actor worker, string number)
    {
        var started = await app.SendAsync(worker, new StartCampaign(Guid.CreateVersion7(), Campaigns.CampaignStory.Typed(), null));
        Accepted(started.Refusals);
        Accepted((await app.SendAsync(worker, new AddIncidentToCampaign(started.Value, number, "Her photograph is in it"))).Refusals);
        Accepted((await app.SendAsync(worker, new RemoveIncidentFromCampaign(started.Value, number, "It was somebody else"))).Refusals);
        return await app.StoredAsync(db => db.Campaigns.Where(c => c.Number == started.Value).Select(c => c.Id).SingleAsync());
    }

    /// <summary>The sign is dismissed before the risk is assessed, which would answer it.</summary>
    private async Task ProtectAsync(Actor worker, string number)
    {
        var measure = Guid.CreateVersion7();
        Accepted((await app.SendAsync(worker, new RecordMeasure(measure, number, 1, "CT-PMC-FED", "CT-PRM-URG-3", new StepInput("CT-MST-IMPLEMENTED", new DateInput(2026, 3, 4), "Letter of the mechanism")))).Refusals);
        Accepted((await app.SendAsync(worker, new JudgeMeasure(number, 1, new(measure), "CT-ADQ-PARTIAL", "CT-ADS-PERSON", new DateInput(2026, 3, 5), "Only on working days"))).Refusals);
        Accepted((await app.SendAsync(worker, new DismissSign(number, "ThreatToKill-1", "Known, and he is in prison"))).Refusals);
        Accepted((await app.SendAsync(worker, new AssessRisk(Guid.CreateVersion7(), number, 0, 1, new RiskInput("CT-RSM-TVC", "CT-RSK-3", [], "He knows where she lives", "2026-03-10", "2026-06-10")))).Refusals);
    }

    /// <summary>A colleague is named for it, declines to take it over, and breaks the glass: each with words of their own.</summary>
    private async Task ShareAsync(Actor worker, string number)
    {
        var colleague = await app.JoinAsync(Role.CaseWorker, worker.Teams[0]);
        var today = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime);
        Accepted((await app.SendAsync(worker, new GiveAccess(number, colleague.Id, GrantLevel.Work, today.AddDays(20), "Interprets for the family"))).Refusals);
        var version = (await app.SendAsync(worker, new GetIncidentHeader(number))).Value.Version;
        Accepted((await app.SendAsync(worker, new ProposeHandOver(number, version, colleague.Id, "Lives closer to the family"))).Refusals);
        Accepted((await app.SendAsync(colleague, new AnswerHandOver(number, 1, Accept: false, "Too close: known to them"))).Refusals);
        var person = (await app.SendAsync(colleague, new GetPeople(number))).Value[0].Person!.Value;
        Accepted((await app.SendAsync(colleague, new OpenIdentity(number, person, "To call her at work"))).Refusals);
    }

    private static void Accepted(IReadOnlyList<Refusal> refusals) => Expect.None(refusals.Select(r => $"{r.Code} {r.Field}"));

    // SQLite keeps ids as capital letters; PostgreSQL reads either.
    private static string Written(Guid id) => id.ToString("D").ToUpperInvariant();
}
