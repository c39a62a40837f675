using CaseTracker.Application.Paging;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Application.People;

/// <summary>Which people a list shows, as its link says it; a part that cannot be understood is refused.</summary>
public sealed record PeopleFilter
{
    public const int TextLimit = 100;

    /// <summary>Found in the pseudonym, or as the name of somebody whose identity is open to the reader.</summary>
    public string? Text { get; init; }

    /// <summary>Name of a <see cref="PersonKind"/>.</summary>
    public string? Kind { get; init; }

    /// <summary>Code of the list <c>profiles</c>.</summary>
    public string? Profile { get; init; }

    public Result<PeopleCriteria> Read(ITerms terms)
    {
        var reading = new FilterReading();
        var criteria = new PeopleCriteria(
            reading.Text(Text, TextLimit, nameof(Text)), reading.Name<PersonKind>(Kind, nameof(Kind)), reading.Term(terms, Lists.Profiles, Profile, nameof(Profile)));
        return reading.Refusals.Count > 0 ? reading.Refusals : criteria;
    }
}

/// <summary>A filter that was understood. Null is "not asked".</summary>
public sealed record PeopleCriteria(string? Text, PersonKind? Kind, string? Profile);
