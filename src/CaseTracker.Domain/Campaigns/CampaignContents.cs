using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Domain.Campaigns;

/// <summary>What a campaign consists of besides its incidents, checked whole and then replaced whole.</summary>
public sealed partial class Campaign
{
    private List<Refusal> Apply(CampaignFacts facts, ITerms terms, DateOnly today)
    {
        var title = CleanText.Line(facts.Title, TitleLimit, nameof(Title), required: true);
        var description = CleanText.Lines(facts.Description, DescriptionLimit, nameof(Description));
        List<Refusal> refusals = [.. title.Refusals, .. description.Refusals];
        if (facts.FirstSeen.IsAfter(today))
        {
            refusals.Add(PartialDateErrors.InTheFuture.On(nameof(FirstSeen)));
        }

        foreach (var narrative in facts.Narratives)
        {
            refusals.RequireTerm(terms, Lists.Narratives, narrative, nameof(Narratives));
        }

        refusals.AddRange(Check(facts.Reach, terms, today));
        var outlets = Read(facts.Outlets, o => o.IsBlank, OutletsLimit, nameof(Outlets), refusals, (outlet, at) =>
        {
            refusals.RequireTerm(terms, Lists.OutletKinds, outlet.Kind, at + "Kind");
            return Taken(CleanText.Line(outlet.Name, CampaignOutlet.NameLimit, at + "Name", required: true), refusals);
        });
        var speakers = Read(facts.Speakers, s => s.IsBlank, SpeakersLimit, nameof(Speakers), refusals, (speaker, at) =>
        {
            refusals.RequireTerm(terms, Lists.Perpetrators, speaker.Perpetrator, at + "Perpetrator", required: false);
            return Taken(CleanText.Line(speaker.Label, CampaignSpeaker.LabelLimit, at + "Label", required: true), refusals);
        });
        var addresses = Read(facts.Addresses, a => a.IsBlank, AddressesLimit, nameof(Addresses), refusals, (address, at) =>
        {
            if (address.ArchivedOn > today)
            {
                refusals.Add(PartialDateErrors.InTheFuture.On(at + "ArchivedOn"));
            }

            var url = Taken(CleanText.Line(address.Url, CampaignAddress.UrlLimit, at + "Url", required: true), refusals);
            if (url is not null && !IsOfTheWeb(url))
            {
                refusals.Add(CampaignErrors.NotAnAddress.On(at + "Url"));
            }

            return url;
        });
        if (refusals.Count > 0)
        {
            return refusals;
        }

        Title = Sealed<string>.Of(title.Value!);
        Description = Sealing.Of(description.Value);
        FirstSeen = facts.FirstSeen;
        FirstDay = FirstSeen.Earliest ?? DateOnly.MinValue;
        Reach = facts.Reach.Number;
        ReachUnitCode = Reach is null ? null : facts.Reach.Unit;
        ReachOn = Reach is null ? null : facts.Reach.On;
        _narratives.RemoveAll(n => !facts.Narratives.Contains(n.Code));
        _narratives.AddRange(facts.Narratives.Distinct().Where(code => _narratives.TrueForAll(n => n.Code != code)).Select(code => new CampaignNarrative(code)));
        Refill(_outlets, outlets, sequence => new CampaignOutlet(sequence), (part, row) => part.Set(row.Item.Kind!, row.Text!));
        Refill(_speakers, speakers, sequence => new CampaignSpeaker(sequence), (part, row) => part.Set(row.Text!, row.Item.IsOfficial, row.Item.Perpetrator));
        Refill(_addresses, addresses, sequence => new CampaignAddress(sequence), (part, row) => part.Set(row.Text!, row.Item.ArchivedOn));
        return [];
    }

    private static IEnumerable<Refusal> Check(ReachToRecord reach, ITerms terms, DateOnly today)
    {
        var refusals = new List<Refusal>();
        if (reach.Number < 0)
        {
            refusals.Add(CampaignErrors.NegativeReach);
        }

        refusals.RequireTerm(terms, Lists.ReachUnits, reach.Unit, "ReachUnit", required: reach.Number is not null);
        if (reach.On > today)
        {
            refusals.Add(PartialDateErrors.InTheFuture.On(nameof(ReachOn)));
        }

        return refusals;
    }

    /// <summary>The rows in which something was typed, each with its text made clean, or null where it was refused.</summary>
    private static List<(TItem Item, string? Text)> Read<TItem>(
        IReadOnlyList<TItem> items, Func<TItem, bool> isBlank, int limit, string name, List<Refusal> refusals, Func<TItem, string, string?> read)
    {
        var rows = items.Index().Where(i => !isBlank(i.Item)).ToList();
        if (rows.Count > limit)
        {
            refusals.Add(SharedErrors.TooMany.On(name).With(limit));
            return [];
        }

        return [.. rows.Select(r => (r.Item, read(r.Item, $"{name}[{r.Index}].")))];
    }

    private static string? Taken(Result<string?> text, List<Refusal> refusals)
    {
        refusals.AddRange(text.Refusals);
        return text.IsSuccess ? text.Value : null;
    }

    private static bool IsOfTheWeb(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.Host.Length > 0;

    /// <summary>Keeps the rows of the database where they are and sets them anew: a sealed value is bound to its row.</summary>
    private static void Refill<TPart, TRow>(List<TPart> parts, List<TRow> rows, Func<int, TPart> make, Action<TPart, TRow> set)
    {
        if (parts.Count > rows.Count)
        {
            parts.RemoveRange(rows.Count, parts.Count - rows.Count);
        }

        for (var i = 0; i < rows.Count; i++)
        {
            if (i == parts.Count)
            {
                parts.Add(make(i + 1));
            }

            set(parts[i], rows[i]);
        }
    }
}
