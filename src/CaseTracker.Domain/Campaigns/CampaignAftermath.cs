using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Domain.Campaigns;

public enum AftermathClass
{
    Threat = 1,
    Attack = 2,
    Criminalization = 3,

    /// <summary>To be watched or followed, which is not yet a threat.</summary>
    Surveillance = 4,
}

/// <summary>What the rule needs of one act.</summary>
/// <param name="IsMember">Its incident belongs to the campaign.</param>
/// <param name="SharesVictim">Done to somebody who is a victim of an incident of the campaign.</param>
public sealed record ActSeen(string Number, string Code, PartialDate On, bool IsMember, bool SharesVictim);

/// <param name="IsCertain">Every day that its date can mean lies after every day on which the campaign can first have been seen.</param>
public sealed record Followed(ActSeen Act, AftermathClass Class, bool IsCertain);

/// <summary>
/// What came after words: threats, attacks and criminalization of the same people, in the order of time. That it followed
/// is a matter of dates; that it followed from it is for a person to say.
/// </summary>
public static class CampaignAftermath
{
    /// <summary>Groups of acts. Stigmatization is the campaign itself; restrictions and displacement have causes of their own too often to be set beside it.</summary>
    private static readonly Dictionary<string, AftermathClass> Groups = new()
    {
        ["CT-GRP-THR"] = AftermathClass.Threat,
        ["CT-GRP-KILL"] = AftermathClass.Attack,
        ["CT-GRP-DIS"] = AftermathClass.Attack,
        ["CT-GRP-TOR"] = AftermathClass.Attack,
        ["CT-GRP-RAID"] = AftermathClass.Attack,
        ["CT-GRP-DIG"] = AftermathClass.Attack,
        ["CT-GRP-REP"] = AftermathClass.Attack,
        ["CT-GRP-CRM"] = AftermathClass.Criminalization,
    };

    /// <summary>Acts that are something else than the rest of their group, after ESF 4.</summary>
    private static readonly Dictionary<string, AftermathClass> Own = new()
    {
        ["02010303"] = AftermathClass.Surveillance,
        ["02010304"] = AftermathClass.Surveillance,
        ["120104"] = AftermathClass.Surveillance,
    };

    /// <summary>Codes of the acts that can have followed.</summary>
    public static IReadOnlyList<string> Acts(ITerms terms) => [.. terms.All(Lists.Acts).Where(a => ClassOf(a) is not null).Select(a => a.Code)];

    /// <returns>Nothing while it is not known when the campaign was first seen.</returns>
    public static IReadOnlyList<Followed> Of(PartialDate firstSeen, IEnumerable<ActSeen> acts, ITerms terms)
    {
        if (!firstSeen.IsKnown)
        {
            return [];
        }

        return
        [
            .. from act in acts
               where act.IsMember || act.SharesVictim
               where act.On.IsKnown && !act.On.IsBefore(firstSeen)
               let kind = ClassOf(terms.Find(Lists.Acts, act.Code))
               where kind is not null
               orderby act.On.Earliest, act.Number, act.Code
               select new Followed(act, kind.Value, firstSeen.IsBefore(act.On)),
        ];
    }

    private static AftermathClass? ClassOf(Term? act) =>
        act is null ? null
        : Own.TryGetValue(act.Code, out var own) ? own
        : act.Parent is { } parent && Groups.TryGetValue(parent, out var kind) ? kind
        : null;
}
