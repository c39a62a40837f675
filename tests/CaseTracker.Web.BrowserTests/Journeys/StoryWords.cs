namespace CaseTracker.Web.BrowserTests.Journeys;

/// <summary>What the screens say about the story of the demonstration, in one language. Reasons stand as they were written, in Spanish.</summary>
public sealed record StoryWords(
    string UnderInvestigation, string HighRisk, string CheckTheFile, string DueInThree, string FollowUpStage, string Prosecutor, string FederalProsecutor, string Stalled, string Similar,
    string Criminalization, string Charged, string NextHearing, string NeverJustice, string SinceTheLastAct, string JointLetter, string TokenReply, string GradeC, string Demand, string Awaiting,
    string Patrols, string Granted, string DaysOverdue, string Enough, string DeathThreat, string AgainstTheDefender, string MovedToInvestigation, string VerifiedBecause, string OneThreat,
    bool Spanish)
{
    private static readonly StoryWords English = new(
        "Under investigation", "High", "Check the file", "Due in 3 days", "Follow-up", "Prosecution office of Guerrero", "Federal prosecution office (FGR)", "Stalled", "similar proceedings",
        "Criminalization of the defender", "Defender charged before a judge", "Next hearing", "It never counts", "since the last act", "Joint allegation letter", "Token reply", "Grade C: Not satisfactory", "Demand for investigation", "Awaiting a reply",
        "Patrols", "Granted", "days overdue", "Enough", "Death threat", "Against the defender",
        "Moved from reported to under investigation, because: Acuerdo de inicio de la carpeta de investigación", "because: Dos fuentes independientes coinciden en cada elemento", "Threatened once", false);

    private static readonly StoryWords InSpanish = new(
        "En investigación", "Alto", "Revisar el expediente", "Vence en 3 días", "Seguimiento", "Fiscalía de Guerrero", "Fiscalía General de la República (FGR)", "Estancado", "procedimientos similares",
        "Criminalización de la persona defensora", "Imputación formulada contra la persona defensora", "Próxima audiencia", "Nunca cuenta", "desde el último acto", "Carta de alegación conjunta", "Respuesta de mero trámite", "Calificación C: No satisfactoria", "Exigencia de investigación", "En espera de respuesta",
        "Patrullajes", "Otorgada", "días de retraso", "Suficiente", "Amenaza de muerte", "Contra la persona defensora",
        "Pasó de «denunciado» a «en investigación», porque: Acuerdo de inicio de la carpeta de investigación", "porque: Dos fuentes independientes coinciden en cada elemento", "Consta una amenaza", true);

    public static StoryWords In(string language) => language == "es" ? InSpanish : English;

    public string Since(int days) => Spanish ? $"{days} días desde el último acto de investigación" : $"{days} days since the last investigative act";

    public string DaysAgo(int days) => Spanish ? $"hace {days} días" : $"{days} days ago";
}
