namespace CaseTracker.Application.Audit;

/// <summary>
/// The tables whose rows the trail does not vouch for, each with the reason. Every other table is guarded, so that a new one is
/// without anybody thinking of it: its rows are stored tracked (no ExecuteUpdate, no ExecuteDelete), and `audit verify` compares
/// each with what the trail says was last written to it.
/// </summary>
public static class UnguardedTables
{
    private const string Published = "published by others, shipped with the product and brought up to date by it";

    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        ["Trail"] = "vouches for itself",
        ["TrailWrites"] = "covered by its lines",
        ["TrailTree"] = "authenticated under the audit key",
        ["IncidentDrafts"] = "comes and goes while somebody types; its content is sealed",
        ["IncidentWords"] = "follows from the narrative; says only under which blinded words an incident is found",
        ["PersonBlindNames"] = "follows from the name; says only under which blinded words a person is found",
        ["Notices"] = "says that something happened, which has a line of its own; seen in bulk",
        ["OutgoingMail"] = "claimed and marked by jobs; holds a number and a link",
        ["Outbox"] = "claimed and marked by jobs",
        ["NumberSeries"] = "counted up in the database; numbers of incidents are unique and guarded with them",
        ["Terms"] = "shipped lists and the words of an organisation's own",
        ["Areas"] = "shipped list",
        ["Authorities"] = "shipped list and an organisation's own additions; who changed one has a line",
        ["Releases"] = Published,
        ["ReleaseSignatories"] = Published,
        ["ReleaseStatements"] = Published,
        ["ReleaseFindings"] = Published,
        ["ReleaseAffectedGroups"] = Published,
        ["ReleaseEffects"] = Published,
        ["ReleaseAsks"] = Published,
        ["ReleaseAskChanges"] = Published,
        ["Missions"] = Published,
        ["MissionFigures"] = Published,
        ["MandateHolders"] = Published,
        ["CampaignNumberSeries"] = "counted up in the database; numbers of campaigns are unique and guarded with them",
        ["SignIns"] = "of ASP.NET Core Identity; roles and teams are the member's and guarded",
        ["SignInClaims"] = "of ASP.NET Core Identity; not used",
        ["SignInLogins"] = "of ASP.NET Core Identity; not used",
        ["SignInTokens"] = "of ASP.NET Core Identity; not used",
        ["SignInPasskeys"] = "of ASP.NET Core Identity; public keys",
        ["SignInSessions"] = "marked with every request",
        ["SignInAttempts"] = "counted with every attempt",
        ["SignInApps"] = "marked with every code; sealed under a key of the product",
        ["SignInRecoveryCodes"] = "used up one by one; hashes",
    };

    /// <summary>Columns of guarded tables that no hash holds, as "table.column": they may be changed in bulk.</summary>
    public static readonly IReadOnlyDictionary<string, string> Columns = new Dictionary<string, string>
    {
        ["Proceedings.StalledAfterDays"] = "the authority's threshold, copied to be read quickly",
        ["Proceedings.StalledFrom"] = "follows from the clock, which is guarded, and the threshold",
    };
}
