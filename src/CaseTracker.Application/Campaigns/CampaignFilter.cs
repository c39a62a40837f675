using CaseTracker.Application.Paging;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Application.Campaigns;

/// <summary>Which campaigns a list shows, as its link says it; a part that cannot be understood is refused.</summary>
public sealed record CampaignFilter
{
    public const string Me = "me";

    /// <summary>Code of a narrative of the campaign.</summary>
    public string? Narrative { get; init; }

    /// <summary>Code of a kind of outlet of the campaign.</summary>
    public string? Outlet { get; init; }

    /// <summary>Somebody speaks in it for a public office.</summary>
    public string? Official { get; init; }

    /// <summary><c>me</c>.</summary>
    public string? Owner { get; init; }

    /// <summary>First day, month or year in which it may first have been seen.</summary>
    public string? From { get; init; }

    /// <summary>Last day, month or year in which it may first have been seen.</summary>
    public string? To { get; init; }

    public Result<CampaignCriteria> Read(ITerms terms, MemberId? reader)
    {
        var reading = new FilterReading();
        var (from, to) = (reading.Date(From, nameof(From)), reading.Date(To, nameof(To)));
        if (to is not null && from is not null && to.IsBefore(from))
        {
            reading.Refuse(PartialDateErrors.Reversed, nameof(To));
        }

        if (!string.IsNullOrEmpty(Owner) && Owner != Me)
        {
            reading.Refuse(SharedErrors.UnknownTerm, nameof(Owner));
        }

        var criteria = new CampaignCriteria(
            reading.Term(terms, Lists.Narratives, Narrative, nameof(Narrative)),
            reading.Term(terms, Lists.OutletKinds, Outlet, nameof(Outlet)),
            reading.YesNo(Official, nameof(Official)),
            Owner == Me ? reader : null,
            from?.Earliest,
            to?.Latest);
        return reading.Refusals.Count > 0 ? reading.Refusals : criteria;
    }
}

/// <summary>A filter that was understood. Null is "not asked".</summary>
public sealed record CampaignCriteria(string? Narrative, string? Outlet, bool? Official, MemberId? Owner, DateOnly? From, DateOnly? To);
