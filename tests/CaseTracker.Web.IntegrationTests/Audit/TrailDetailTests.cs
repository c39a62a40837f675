using System.Globalization;
using System.Text.RegularExpressions;
using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Reference;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Testing;
using CaseTracker.Testing.Web;
using CaseTracker.Web.Http;
using CaseTracker.Web.Localization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Web.IntegrationTests.Audit;

/// <summary>
/// Every detail that a line of the trail can have, found where it is written: a new one has to be entered here with the codes that
/// it can hold, and those have to have words.
/// </summary>
public sealed partial class TrailDetailTests(WebApp site) : IClassFixture<WebApp>
{
    /// <summary>What the source hands to the trail, and the codes in it. None where it stands for itself: a number, the pattern of an address, table and column.</summary>
    private Dictionary<string, IEnumerable<string>> Written => new()
    {
        ["trail.Detail"] = [],
        ["pattern is null ? null : \"/\" + pattern.TrimStart('/')"] = [],
        ["request.Number"] = [],
        ["incident.Number"] = [],
        ["erasure.Detail"] = [],
        ["broken.Place"] = [],
        ["$\"{nameof(Pace)}.{pace}\""] = Enum.GetNames<Pace>().Select(p => $"{nameof(Pace)}.{p}"),
        ["NamesLimit.Detail"] = [NamesLimit.Detail],
        ["detail"] = ["incidents:61", "identities:11", "exports:6", "minutes:10"],
        ["$\"left:{left}\""] = ["left:7"],
        ["\"begun\""] = ["begun"],
        ["FormattableString.Invariant($\"wrapped:{rotation.Keys} altered:{rotation.Altered.Count}\")"] = ["wrapped:7", "altered:2"],
        ["with.ToString()"] = Enum.GetNames<WayIn>(),
        ["request.Session is null ? \"all\" : \"one\""] = ["all", "one"],
        ["request.Id is null ? \"others\" : \"one\""] = ["others", "one"],
        ["request.NobodyGaveOrders ? \"no-orders\" : \"orders-open\""] = ["no-orders", "orders-open"],
        ["member.Role.ToString()"] = Enum.GetNames<Role>(),
        ["request.IsActive ? request.Role.ToString() : \"inactive\""] = [.. Enum.GetNames<Role>(), "inactive"],
        ["$\"{role ?? StandingOf(member)} {moved}\".Trim()"] = [.. Enum.GetNames<Role>(), "inactive", "inactive>CaseWorker", "CaseWorker joined:1 quit:2"],
        ["request.Level is { } asked && Enum.IsDefined(asked) ? asked.ToString() : null"] = Enum.GetNames<GrantLevel>(),
        ["$\"{incident.Circle}>{to}\""] = Enum.GetNames<Circle>(),
        ["request.Accept ? nameof(HandOverState.Accepted) : nameof(HandOverState.Declined)"] = [nameof(HandOverState.Accepted), nameof(HandOverState.Declined)],
        ["$\"{incident.Workflow.Code()}>{to.Code()}\""] = Enum.GetValues<Workflow>().Select(w => w.Code()),
        ["$\"{incident.Verification}>{to}\""] = Enum.GetNames<Verification>(),
        ["$\"{terms.Find(Lists.ProceedingKinds, request.Kind)?.Code} {first.Stage}\""] = [.. CodesOf(Domain.Vocabularies.Lists.ProceedingKinds), .. Enum.GetNames<Stage>()],
        ["$\"{proceeding.KindCode} {proceeding.Standing}>{entry.Stage}\""] = [.. CodesOf(Domain.Vocabularies.Lists.ProceedingKinds), .. Enum.GetNames<Stage>()],
        ["wrong?.Stage.ToString()"] = Enum.GetNames<Stage>(),
        ["wrong?.Code"] = CodesOf(Domain.Vocabularies.Lists.InvestigativeActs),
        ["RiskBands.Read(request.Risk.Band)?.Code()"] = RiskBands.All.Select(b => b.Code()),
        ["MeasureStages.Read(request.First.Stage)?.Code()"] = MeasureStages.InOrder.Select(s => s.Code()),
        ["$\"{measure.Standing.Code()}>{step.Stage?.Code()}\""] = MeasureStages.InOrder.Select(s => s.Code()),
        ["terms.Find(Lists.MeasureAdequacies, request.Adequacy)?.Code"] = CodesOf(Domain.Vocabularies.Lists.MeasureAdequacies),
        ["followUp.KindCode"] = CodesOf(Domain.Vocabularies.Lists.FollowUpKinds),
        ["request.Kind is { Length: <= Term.CodeLimit } kind && terms.Find(Lists.FollowUpKinds, kind) is not null ? kind : null"] = CodesOf(Domain.Vocabularies.Lists.FollowUpKinds),
        ["request.Details.IsActive ? null : \"retired\""] = ["retired"],
        ["request.Outcome"] = CodesOf(Domain.Vocabularies.Lists.FollowUpOutcomes),
        ["reminder.Kind.ToString()"] = Enum.GetNames<NoticeKind>().Where(k => k.StartsWith("FollowUp", StringComparison.Ordinal)),
        ["intervention.TypeCode"] = CodesOf(Domain.Vocabularies.Lists.Interventions),
        ["found.Intervention.TypeCode"] = CodesOf(Domain.Vocabularies.Lists.Interventions),
        ["$\"{ask.Key} {recorded.Value.TypeCode}\""] = [.. Releases(r => r.Asks.Select(a => a.Key)), .. CodesOf(Domain.Vocabularies.Lists.Interventions)],
        ["$\"{found.Intervention.TypeCode} {found.Intervention.Replies[^1].Code ?? Acknowledged}\""] = [RecordReplyHandler.Acknowledged, .. CodesOf(Domain.Vocabularies.Lists.ReplyCodes)],
        ["$\"{found.Intervention.TypeCode} {found.Intervention.Replies[^1].Code ?? RecordReplyHandler.Acknowledged}\""] = [RecordReplyHandler.Acknowledged, .. CodesOf(Domain.Vocabularies.Lists.ReplyCodes)],
        ["$\"{found.Intervention.TypeCode} {former}>{request.Grade}\""] = CodesOf(Domain.Vocabularies.Lists.ReplyGrades),
        ["ordered.Value.Ground.ToString()"] = Enum.GetNames<ErasureGround>(),
        ["$\"{incident.Number} {ordered.Value.Ground}\""] = Enum.GetNames<ErasureGround>(),
        ["$\"{ordered.Value.Detail} {ordered.Value.Ground}\""] = Enum.GetNames<ErasureGround>(),
        ["release.Key"] = Releases(r => [r.Key]),
        ["$\"{ask.Key} {former}>{ask.StatusCode}\""] = [.. Releases(r => r.Asks.Select(a => a.Key)), .. CodesOf(Domain.Vocabularies.Lists.RecommendationStatuses)],
    };

    /// <summary>Three files only pass on what others wrote.</summary>
    [Fact]
    public void Every_detail_in_the_source_is_one_of_these()
    {
        var inSource = Repository.Files("src", "*.cs").Where(f => Path.GetFileName(f) is not ("UnitOfWork.cs" or "IncidentTrail.cs" or "CampaignTrail.cs")).SelectMany(f => DetailsIn(File.ReadAllText(f))).ToHashSet();

        Assert.Equal(Written.Keys.Order(StringComparer.Ordinal), inSource.Order(StringComparer.Ordinal));
    }

    /// <summary>Asked in Spanish: in English a code can be its own word, and both languages have the same keys.</summary>
    [Fact]
    public void Every_code_in_a_detail_has_words()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("es");
        var words = site.Services.GetRequiredService<TrailWords>();
        var codes = Written.Values.SelectMany(c => c).Distinct().ToList();

        Assert.True(codes.Count > 60, "The lists that details take their codes from are empty.");
        Expect.None(codes.Where(code => words.Detail(code) == code));
    }

    [Theory]
    [InlineData("SignIn", "Password", "Inició sesión: con contraseña")]
    [InlineData("UseRecoveryCode", "left:7", "Usó un código de recuperación: 7 sin usar")]
    [InlineData("GiveAccess", "Work", "Autorizó a una persona en un hecho: Trabajar en él")]
    [InlineData("ChangeConfidentiality", "Team>Restricted", "Cambió quién puede ver un hecho: de Equipo a Reservado")]
    [InlineData("AnswerHandOver", "Declined", "Respondió una propuesta de entrega: rechazada")]
    [InlineData("CiteRelease", "mx-2016-stigmatization", "Vinculó un comunicado: «Llamado de tres relatores de la ONU frente a la estigmatización de personas defensoras en México»")]
    [InlineData("RecordStage", "CT-PRC-CRIM J2>J3", "Registró una etapa: Penal, de En investigación a Persona imputada identificada")]
    [InlineData("RecordStage", "CT-PRC-CRMZ J2>J3", "Registró una etapa: Criminalización de la persona defensora, de Investigación abierta contra la persona defensora a Persona defensora citada como imputada o con orden de aprehensión")]
    [InlineData("ChangeMember", "CaseWorker>Supervisor joined:1", "Modificó una cuenta: de Persona documentadora a Supervisión, equipos a los que entra: 1")]
    [InlineData("OpenIdentity", "CT-2026-00042", "Abrió una identidad: CT-2026-00042")]
    public void A_line_reads_as_a_spanish_sentence(string action, string detail, string expected)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("es");

        Assert.Equal(expected, site.Services.GetRequiredService<TrailWords>().Line(action, Domain.Audit.AuditOutcome.Done, detail));
    }

    [Theory]
    [InlineData("trail.OfIncident(request.Number);", new string[0])]
    [InlineData("trail.OfIncident(request.Number, release.Key);", new[] { "release.Key" })]
    [InlineData("trail.OfCampaign(request.Number, incident.Number);", new[] { "incident.Number" })]
    [InlineData("trail.Of(id.ToString(\"N\"), a is null ? \"x, y\" : F(b, c));", new[] { "a is null ? \"x, y\" : F(b, c)" })]
    [InlineData("await trail.WriteAsync(who, \"SignOut\", AuditOutcome.Done, subject, detail: null, token);", new string[0])]
    [InlineData("await writer.WriteAsync(who, \"SignIn\", AuditOutcome.Done, subject, with, token);", new[] { "with" })]
    [InlineData("AuditEntry.Of(now, who, \"SignIn\", AuditOutcome.Done, subject, with)", new[] { "with" })]
    public void Finds_the_details_that_a_source_writes(string source, string[] details) => Assert.Equal(details, DetailsIn(source));

    private static IEnumerable<string> DetailsIn(string source)
    {
        foreach (Match call in Call().Matches(source))
        {
            var arguments = Arguments(source, call.Index + call.Length);
            var place = call.Value.Contains("Of", StringComparison.Ordinal) ? call.Value.StartsWith("AuditEntry", StringComparison.Ordinal) ? 5 : 1 : 4;
            if (arguments.Count > place && arguments[place] is not ("null" or "detail: null"))
            {
                yield return arguments[place];
            }
        }
    }

    private static List<string> Arguments(string source, int from)
    {
        var (found, depth, start, quoted) = (new List<string>(), 1, from, false);
        for (var i = from; depth > 0; i++)
        {
            quoted ^= source[i] == '"';
            depth += quoted ? 0 : source[i] is '(' or '[' or '{' ? 1 : source[i] is ')' or ']' or '}' ? -1 : 0;
            if (!quoted && (depth == 0 || (depth == 1 && source[i] == ',')))
            {
                found.Add(source[start..i].Trim());
                start = i + 1;
            }
        }

        return found;
    }

    private IEnumerable<string> CodesOf(string list) => site.Services.GetRequiredService<ITerms>().All(list).Select(t => t.Code);

    private List<string> Releases(Func<Domain.Reference.Release, IEnumerable<string>> keys)
    {
        using var scope = site.Services.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<Application.Persistence.ICaseTrackerDb>().Releases.AsNoTracking().WithParts().AsEnumerable().SelectMany(keys)];
    }

    [GeneratedRegex(@"(?<!\w)(trail\.Of|trail\.OfIncident|trail\.OfCampaign|(trail|writer)\.WriteAsync|AuditEntry\.Of)\(")]
    private static partial Regex Call();
}
