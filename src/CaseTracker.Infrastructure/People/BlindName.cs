using CaseTracker.Domain.People;

namespace CaseTracker.Infrastructure.People;

/// <summary>That somebody's name or aliases hold a word, which stands here blinded and shares its number with others.</summary>
internal sealed class BlindName(PersonId personId, int token)
{
    public PersonId PersonId { get; private init; } = personId;

    public int Token { get; private init; } = token;
}
