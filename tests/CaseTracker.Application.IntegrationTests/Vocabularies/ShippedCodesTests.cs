using CaseTracker.Domain.Vocabularies;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.IntegrationTests.Vocabularies;

/// <summary>The codes as the design of the domain lists them, written out by hand: neither one less nor one more is shipped.</summary>
public sealed class ShippedCodesTests(UseCasesOnSqlite app) : IClassFixture<UseCasesOnSqlite>
{
    private const string Killing = "010101 01010102 01010104 01010105 010109 01010601 01019001";
    private const string Disappearance = "030103 030104";
    private const string TortureAndViolence = "02011111 020101 02011101 02011103 02010305";
    private const string ThreatAndSurveillance = "0201030201 0201030202 0201030203 0201030101 0201030102 0201030103 02010303 02010304 120104";
    private const string Stigmatization = "140101 14010101 14010102 CT-STG-1 CT-STG-2 CT-STG-3 CT-STG-4 CT-STG-5";
    private const string Criminalization = "030101 030102 030105 350101 350108 350109 350114 CT-CRM-1 CT-CRM-2 CT-CRM-3 CT-CRM-4 CT-CRM-5";
    private const string RaidAndProperty = "040101 130101 130102 130103 130104 130107";
    private const string Digital = "CT-DIG-1 CT-DIG-2 CT-DIG-3 CT-DIG-4 CT-DIG-5 CT-DIG-6";
    private const string Restriction = "100101 090101 120101 120103 120105 120106 050106 CT-ADM-1 CT-ADM-2 30010210";
    private const string Displacement = "050101 050102 050103 050104";
    private const string Reprisals = "CT-REP-1 CT-REP-2";

    [SkippableTheory]
    [InlineData(Lists.Acts, $"{Killing} {Disappearance} {TortureAndViolence} {ThreatAndSurveillance} {Stigmatization} {Criminalization} {RaidAndProperty} {Digital} {Restriction} {Displacement} {Reprisals}")]
    [InlineData(Lists.Narratives, "CT-NAR-1 CT-NAR-2 CT-NAR-3 CT-NAR-4 CT-NAR-5 CT-NAR-6 CT-NAR-7")]
    [InlineData(Lists.Verification, "V0 V1 V2 V3 V4 V5 V6")]
    [InlineData(Lists.Stages, "J0 J1 J2 J2s J3 J4 J5 J6 J7 J8 X1 X2 X3 X4 X5")]
    [InlineData(Lists.StagesAgainstDefender, "J0 J1 J2 J2s J3 J4 J5 J6 J7 J8 X1 X2 X3 X4 X5")]
    [InlineData(Lists.Consents, "C0 C1 C2 C3 C4 C5 C6 C7")]
    [InlineData(Lists.Profiles, "CT-PRF-LAND CT-PRF-HRO CT-PRF-UNION CT-PRF-PRESS CT-PRF-COMMUNITY CT-PRF-WOMEN CT-PRF-INDIGENOUS CT-PRF-LGBTI CT-PRF-ANTICORR CT-PRF-SEARCH CT-PRF-MIGRANTS CT-PRF-LAWYER CT-PRF-HEALTH CT-PRF-STUDENT CT-PRF-RELIGIOUS CT-PRF-INTL CT-PRF-RELATIVE")]
    [InlineData(Lists.Perpetrators, "010101 010102 010103 010104 010105 010106 CT-PER-4 0102 0103 020101 020102 0204 0205 11 2101 210101 210102 2102 CT-PER-1 CT-PER-2 CT-PER-3 90 99")]
    [InlineData(Lists.Roles, "0101 0102 0103 0104 0105 0106 05 06 99")]
    [InlineData(Lists.SourceReliabilities, "01 02 03 04 05 99")]
    [InlineData(Lists.Rights, "CT-RGT-ASSEMBLY CT-RGT-ASSOCIATION CT-RGT-INTBODIES CT-RGT-EXPRESSION CT-RGT-PROTEST CT-RGT-IDEAS CT-RGT-REMEDY CT-RGT-FUNDING CT-RGT-PROTECTION")]
    [InlineData("reply-grades", "A B C D E")]
    public async Task Are_those_of_the_design(string list, string codes)
    {
        var shipped = await app.StoredAsync(db => db.Terms.Where(t => t.List == list).ToListAsync());

        Assert.Equal(codes.Split(' ').Order(StringComparer.Ordinal), shipped.Where(t => !t.IsGroup).Select(t => t.Code).Order(StringComparer.Ordinal));
    }

    [SkippableTheory]
    [InlineData(Lists.Acts, "01010105", "homicidio")]
    [InlineData(Lists.Acts, "030104", "secuestro")]
    [InlineData(Lists.Acts, "020101", "agresión física")]
    [InlineData(Lists.Acts, "0201030201", "amenaza de muerte")]
    [InlineData(Lists.Acts, "02010303", "vigilancia")]
    [InlineData(Lists.Acts, "CT-STG-1", "campaña de desprestigio")]
    [InlineData(Lists.Acts, "040101", "allanamiento")]
    [InlineData(Lists.Acts, "CT-CRM-2", "imputación")]
    [InlineData(Lists.Stages, "J0", "sin denuncia")]
    [InlineData(Lists.Stages, "J2s", "en archivo temporal (reserva)")]
    [InlineData(Lists.Stages, "J7", "justicia plena")]
    [InlineData(Lists.Profiles, "CT-PRF-SEARCH", "colectivo de búsqueda")]
    public async Task Bear_the_words_of_the_field_in_Spanish(string list, string code, string words)
    {
        var term = await app.StoredAsync(db => db.Terms.SingleAsync(t => t.List == list && t.Code == code));

        Assert.Contains(words, term.Spanish, StringComparison.OrdinalIgnoreCase);
    }

    [SkippableFact]
    public async Task Places_are_the_thirty_two_states_of_Mexico_and_every_country()
    {
        var areas = await app.StoredAsync(db => db.Areas.ToListAsync());

        Assert.Equal(
            "MX-AGU MX-BCN MX-BCS MX-CAM MX-CHH MX-CHP MX-CMX MX-COA MX-COL MX-DUR MX-GRO MX-GUA MX-HID MX-JAL MX-MEX MX-MIC MX-MOR MX-NAY MX-NLE MX-OAX MX-PUE MX-QUE MX-ROO MX-SIN MX-SLP MX-SON MX-TAB MX-TAM MX-TLA MX-VER MX-YUC MX-ZAC".Split(' '),
            areas.Where(a => a.Code.StartsWith("MX-", StringComparison.Ordinal)).Select(a => a.Code).Order(StringComparer.Ordinal));
        Assert.Equal(249, areas.Count(a => a.Code.Length == 2));
    }
}
