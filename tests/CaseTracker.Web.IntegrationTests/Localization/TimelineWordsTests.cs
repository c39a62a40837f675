using System.Globalization;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Timelines;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing.Web;
using CaseTracker.Web.Localization;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Web.IntegrationTests.Localization;

/// <summary>What timelines and History say, whole and in both languages: labels begin small in the middle of a sentence, and names never do.</summary>
public sealed class TimelineWordsTests(WebApp site) : IClassFixture<WebApp>
{
    [Theory]
    [InlineData("en", TimelineEvent.Stage, "First stage: reported (criminal)", "stages:J1", "proceeding-kinds:CT-PRC-CRIM")]
    [InlineData("es", TimelineEvent.Stage, "Primera etapa: «denunciado» (penal)", "stages:J1", "proceeding-kinds:CT-PRC-CRIM")]
    [InlineData("en", TimelineEvent.Reported, "First stage: reported, to: Prosecution office of Guerrero (criminal)", "stages:J1", "proceeding-kinds:CT-PRC-CRIM", ":", ":Prosecution office of Guerrero")]
    [InlineData("es", TimelineEvent.ReportedAfterAll, "Pasó de «sin denuncia» a «denunciado», ante: Fiscalía de Guerrero (penal)", "stages:J1", "proceeding-kinds:CT-PRC-CRIM", "stages:J0", ":Fiscalía de Guerrero")]
    [InlineData("es", TimelineEvent.AuthorityMoved, "El expediente se remitió de «Fiscalía de Guerrero» a «FGR» (penal)", ":FGR", "proceeding-kinds:CT-PRC-CRIM", ":Fiscalía de Guerrero")]
    [InlineData("en", TimelineEvent.AuthorityCorrected, "The authority had been typed wrongly: not Prosecution office of Guerrero but FGR (criminal)", ":FGR", "proceeding-kinds:CT-PRC-CRIM", ":Prosecution office of Guerrero")]
    [InlineData("en", TimelineEvent.StageMoved, "Moved from complaint filed against the defender to defender named as a suspect (criminalization of the defender)", "stages-against-defender:J3", "proceeding-kinds:CT-PRC-CRMZ", "stages-against-defender:J1")]
    [InlineData("es", TimelineEvent.StageMoved, "Pasó de «denuncia o querella contra la persona defensora» a «persona defensora citada como imputada o con orden de aprehensión» (criminalización de la persona defensora)", "stages-against-defender:J3", "proceeding-kinds:CT-PRC-CRMZ", "stages-against-defender:J1")]
    [InlineData("en", TimelineEvent.StageMoved, "Moved from reported to under investigation (criminal)", "stages:J2", "proceeding-kinds:CT-PRC-CRIM", "stages:J1")]
    [InlineData("es", TimelineEvent.StageReopened, "Se reabrió y volvió de «sobreseimiento» a «en investigación» (penal)", "stages:J2", "proceeding-kinds:CT-PRC-CRIM", "stages:X2")]
    [InlineData("en", TimelineEvent.Convicted, "Convicted: private security (criminal)", "stages:J6", "proceeding-kinds:CT-PRC-CRIM", "stages:J5", "perpetrators:0204")]
    [InlineData("es", TimelineEvent.ConvictedFinally, "Condena firme: seguridad privada (penal)", "stages:J6", "proceeding-kinds:CT-PRC-CRIM", "stages:J5", "perpetrators:0204")]
    [InlineData("en", TimelineEvent.AccusedMoved, "Private security: moved from convicted to conviction reversed, pardon or amnesty (criminal)", "stages:X4", "proceeding-kinds:CT-PRC-CRIM", "stages:J6", "perpetrators:0204")]
    [InlineData("es", TimelineEvent.AccusedMoved, "Seguridad privada: pasó de «condena» a «condena revocada, indulto o amnistía» (penal)", "stages:X4", "proceeding-kinds:CT-PRC-CRIM", "stages:J6", "perpetrators:0204")]
    [InlineData("en", TimelineEvent.StageWithdrawn, "Entered by mistake and withdrawn later: under investigation (criminal)", "stages:J2", "proceeding-kinds:CT-PRC-CRIM")]
    [InlineData("es", TimelineEvent.StageWithdrawal, "Se retiró el registro «en investigación» (penal)", "stages:J2", "proceeding-kinds:CT-PRC-CRIM")]
    [InlineData("es", TimelineEvent.ReplyWithdrawal, "Carta de alegación conjunta: se retiró una respuesta registrada por error", "interventions:JAL", "reply-codes:05")]
    [InlineData("es", TimelineEvent.ReplyGradedWithdrawn, "Respuesta a carta de alegación conjunta calificada: no satisfactoria; la respuesta se retiró después", "interventions:JAL", "reply-grades:C")]
    [InlineData("en", TimelineEvent.InvestigativeAct, "Investigative act: expert report (criminal)", "investigative-acts:CT-INV-EXPERT", "proceeding-kinds:CT-PRC-CRIM")]
    [InlineData("en", TimelineEvent.InterventionSent, "Joint allegation letter, to Permanent Mission", "interventions:JAL", ":Permanent Mission")]
    [InlineData("es", TimelineEvent.InterventionSent, "Carta de alegación conjunta, dirigida a: Misión Permanente", "interventions:JAL", ":Misión Permanente")]
    [InlineData("en", TimelineEvent.ReplyReceived, "Reply to joint allegation letter: token reply", "interventions:JAL", "reply-codes:05")]
    [InlineData("es", TimelineEvent.ReplyGraded, "Respuesta a carta de alegación conjunta calificada: no satisfactoria", "interventions:JAL", "reply-grades:C")]
    [InlineData("en", TimelineEvent.MeasureStep, "Requested: patrols", "measure-stages:CT-MST-REQUESTED", "protection-measures:CT-PRM-PRO-4")]
    [InlineData("es", TimelineEvent.MeasureStep, "Medida de protección «patrullajes»: solicitada", "measure-stages:CT-MST-REQUESTED", "protection-measures:CT-PRM-PRO-4")]
    public void A_timeline_says_it_in_one_sentence(string language, TimelineEvent happened, string expected, params string[] codes)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var spoken = codes.Select(c => c.Split(':')).Select(c => new TimelineCode(c[0].Length == 0 ? null : c[0], c[1])).ToList();

        Assert.Equal($"{expected}.", Words.Of(new(TimelineClass.Justice, happened, PartialDate.OnDay(new DateOnly(2026, 3, 5)), null, "", spoken)));
    }

    [Theory]
    [InlineData("en", "J2", "J1", null, false, null, "Moved from reported to under investigation, because: The file was opened")]
    [InlineData("es", "J2", "J1", null, false, null, "Pasó de «denunciado» a «en investigación», porque: The file was opened")]
    [InlineData("en", "J2", "X2", null, true, null, "Reopened: moved from dismissed to under investigation, because: The file was opened")]
    [InlineData("es", "J2", "J3", 4, false, null, "Se corrigió el registro 4: no «persona imputada identificada», sino «en investigación», porque: The file was opened")]
    [InlineData("en", "J6", "J5", null, false, "0204", "Moved from trial to convicted, of private security (role not recorded), because: The file was opened")]
    [InlineData("es", "J6", null, null, false, "0204", "Primera etapa: «condena», respecto de seguridad privada (participación no registrada), porque: The file was opened")]
    public void History_says_the_same_with_the_reason(string language, string to, string? from, int? corrects, bool reopens, string? accused, string expected)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var change = new StateChange(Domain.Vocabularies.Lists.Stages, from, to, "The file was opened", "", default, "CT-PRC-CRIM", new(corrects, reopens, accused, null, false));

        Assert.Equal(expected, Words.Change(change));
    }

    [Theory]
    [InlineData("en", 24, "Entry 4 corrected, date of “reported”: 28 November 2025, not 24 November 2025, because: The stamp")]
    [InlineData("es", 24, "Se corrigió el registro 4, fecha de «denunciado»: 28 de noviembre de 2025, no 24 de noviembre de 2025, porque: The stamp")]
    [InlineData("en", 28, "Entry 4 corrected: “reported”, with the same date, because: The stamp")]
    [InlineData("es", 28, "Se corrigió el registro 4: «denunciado», con la misma fecha, porque: The stamp")]
    public void History_says_of_a_correction_that_leaves_the_stage_what_it_changed(string language, int before, string expected)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var stage = new StageChange(4, false, null, null, false) { On = PartialDate.OnDay(new DateOnly(2025, 11, 28)), Instead = PartialDate.OnDay(new DateOnly(2025, 11, before)) };

        Assert.Equal(expected, Words.Change(new StateChange(Domain.Vocabularies.Lists.Stages, "J1", "J1", "The stamp", "", default, "CT-PRC-CRIM", stage)));
    }

    [Theory]
    [InlineData("en", "Entry 4 withdrawn: under investigation, because: It is of another file")]
    [InlineData("es", "Se retiró el registro 4: «en investigación», porque: It is of another file")]
    public void History_says_what_was_withdrawn(string language, string expected)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var change = new StateChange(Domain.Vocabularies.Lists.Stages, "J2", "J2", "It is of another file", "", default, "CT-PRC-CRIM", new(4, false, null, null, false, IsWithdrawal: true));

        Assert.Equal(expected, Words.Change(change));
    }

    private TimelineWords Words => site.Services.GetRequiredService<TimelineWords>();
}
