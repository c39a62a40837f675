using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.People;
using CaseTracker.Domain.Access;
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
            "FollowUpSnoozes" => Part((await OnlyFollowUpAsync()).Value, "FollowUpId"),
            "PersonIdentities" => Identity(),
            _ => Part(id, "IncidentId"),
        };

        SealedPlace Part(Guid whole, string column) => new(field, KeyOwner.Of(incident.Id), SealedRow.Of(whole, 1), $"\"{column}\" = '{Written(whole)}' AND \"Sequence\" = 1");

        async Task<SealedPlace> FollowUpAsync()
        {
            var followUp = (await OnlyFollowUpAsync()).Value;
            return new(field, KeyOwner.Of(incident.Id), SealedRow.Of(followUp), $"\"Id\" = '{Written(followUp)}'");
        }

        SealedPlace Identity()
        {
            var person = incident.Victims[0].PersonId!.Value;
            return new(field, KeyOwner.Of(person), SealedRow.Of(person.Value), $"\"PersonId\" = '{Written(person.Value)}'");
        }

        Task<FollowUpId> OnlyFollowUpAsync() => app.StoredAsync(db => db.FollowUps.Where(f => f.IncidentId == incident.Id && f.ClosedAt != null).Select(f => f.Id).SingleAsync());
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
        var first = new StageInput("J1", new DateInput(2026, 3, 3), "She filed it herself", null, Build.NoDate, Authority: "CT-AUT-FGR", Unit: "Agency 4");
        Accepted((await app.SendAsync(worker, new OpenProceeding(number, 3, "CT-PRC-CRIM", first))).Refusals);
        var path = (await app.SendAsync(worker, new GetJustice(number))).Value.Paths[0].Id;
        Accepted((await app.SendAsync(worker, new DescribeProceeding(number, 4, path, new ProceedingInput("CT-AUT-FGR", "Agency 4", "FED/GRO/0000123/2026", "Her lawyer", null)))).Refusals);
        Accepted((await app.SendAsync(worker, new RecordInvestigativeAct(number, 5, path, "CT-INV-INTERVIEW", new DateInput(2026, 3, 4), "Her neighbour was heard"))).Refusals);
        Accepted((await app.SendAsync(worker, new FindOrders(number, 6, NobodyGaveOrders: true, "He said that he acted alone"))).Refusals);
        var due = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime).AddDays(3);
        var planned = await app.SendAsync(worker, new ScheduleFollowUp(Guid.CreateVersion7(), number, "CT-FUK-CALL", "Ask for the file number", due, null, Recurrence.None));
        Accepted(planned.Refusals);
        var followUp = planned.Value;
        Accepted((await app.SendAsync(worker, new PostponeFollowUp(followUp, 1, due.AddDays(2), "She is travelling"))).Refusals);
        Accepted((await app.SendAsync(worker, new CompleteFollowUp(followUp, 2, "CT-FUO-NOTHING", "Nobody answered"))).Refusals);
        await ShareAsync(worker, number);
        return await app.StoredAsync(db => db.Incidents.Include(i => i.Victims).Include(i => i.Proceedings).AsNoTracking().SingleAsync(i => i.Number == number));
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
