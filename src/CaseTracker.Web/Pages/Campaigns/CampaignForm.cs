using CaseTracker.Application.Campaigns;
using CaseTracker.Domain.Campaigns;
using CaseTracker.Web.Forms;

namespace CaseTracker.Web.Pages.Campaigns;

/// <summary>A campaign as typed. Rows that stay empty are left out.</summary>
public sealed class CampaignForm
{
    /// <summary>Empty rows below what is there, so that more can be typed without a script.</summary>
    private const int EmptyRows = 2;

    /// <summary>Of a new campaign: the same form sent twice starts one.</summary>
    public string? Key { get; set; }

    /// <summary>Of a new campaign, for a member of several teams.</summary>
    public string? Team { get; set; }

    public string? Title { get; set; }

    public string? Description { get; set; }

    public PartialDateInput FirstSeen { get; set; } = new();

    public List<string> Narratives { get; set; } = [];

    public List<OutletRow> Outlets { get; set; } = [];

    public List<SpeakerRow> Speakers { get; set; } = [];

    public string? ReachNumber { get; set; }

    public string? ReachUnit { get; set; }

    public string? ReachOn { get; set; }

    public List<AddressRow> Addresses { get; set; } = [];

    public static CampaignForm From(CampaignInput stored) => new()
    {
        Title = stored.Title,
        Description = stored.Description,
        FirstSeen = PartialDateInput.From(stored.FirstSeen),
        Narratives = [.. stored.Narratives],
        Outlets = [.. stored.Outlets.Select(o => new OutletRow { Kind = o.Kind, Name = o.Name })],
        Speakers = [.. stored.Speakers.Select(s => new SpeakerRow { Label = s.Label, IsOfficial = s.IsOfficial, Perpetrator = s.Perpetrator })],
        ReachNumber = stored.ReachNumber,
        ReachUnit = stored.ReachUnit,
        ReachOn = stored.ReachOn,
        Addresses = [.. stored.Addresses.Select(a => new AddressRow { Url = a.Url, ArchivedOn = a.ArchivedOn })],
    };

    public CampaignInput ToInput() => new(
        Title,
        Description,
        FirstSeen.ToInput(),
        Narratives,
        [.. Outlets.Select(o => new OutletToRecord(o.Kind, o.Name))],
        [.. Speakers.Select(s => new SpeakerToRecord(s.Label, s.IsOfficial, s.Perpetrator))],
        ReachNumber,
        ReachUnit,
        ReachOn,
        [.. Addresses.Select(a => new AddressInput(a.Url, a.ArchivedOn))]);

    /// <summary>Sees to it that there are empty rows to type into.</summary>
    public CampaignForm Ready()
    {
        Pad(Outlets, o => !string.IsNullOrWhiteSpace(o.Kind) || !string.IsNullOrWhiteSpace(o.Name), Campaign.OutletsLimit);
        Pad(Speakers, s => !string.IsNullOrWhiteSpace(s.Label) || !string.IsNullOrWhiteSpace(s.Perpetrator) || s.IsOfficial, Campaign.SpeakersLimit);
        Pad(Addresses, a => !string.IsNullOrWhiteSpace(a.Url) || !string.IsNullOrWhiteSpace(a.ArchivedOn), Campaign.AddressesLimit);
        return this;
    }

    private static void Pad<TRow>(List<TRow> rows, Predicate<TRow> isTyped, int limit)
        where TRow : new()
    {
        var wanted = Math.Min(rows.FindLastIndex(isTyped) + 1 + EmptyRows, limit);
        rows.AddRange(Enumerable.Range(0, Math.Max(0, wanted - rows.Count)).Select(_ => new TRow()));
    }
}

public sealed class OutletRow
{
    public string? Kind { get; set; }

    public string? Name { get; set; }
}

public sealed class SpeakerRow
{
    public string? Label { get; set; }

    public bool IsOfficial { get; set; }

    public string? Perpetrator { get; set; }
}

public sealed class AddressRow
{
    public string? Url { get; set; }

    public string? ArchivedOn { get; set; }
}
