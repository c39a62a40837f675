using CaseTracker.Domain.People;

namespace CaseTracker.Application.People;

/// <summary>The only door to who people are. Lists, pages and reports work with pseudonyms.</summary>
public interface IIdentityRegister
{
    /// <summary>Adds to the running transaction.</summary>
    void Record(PersonIdentity identity);

    /// <summary>Deletes who they are and what finds them by name, at once within the running transaction.</summary>
    Task ForgetAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken);

    /// <returns>Null if nobody recorded it, or it was erased.</returns>
    Task<OpenedIdentity?> OpenAsync(PersonId person, CancellationToken cancellationToken);

    /// <summary>People any of whose name words agree, best first; the caller may only show those that the actor sees.</summary>
    Task<IReadOnlyList<NameMatch>> FindByNameAsync(string name, CancellationToken cancellationToken);

    /// <summary>People whose name or alias may have all these words, by their blinded words alone: some only collide.</summary>
    Task<IReadOnlyList<PersonId>> FindCandidatesAsync(string words, CancellationToken cancellationToken);

    /// <summary>Those of the people whose name or alias has all these words. The caller answers for it that the actor may know their names.</summary>
    Task<IReadOnlySet<PersonId>> WhoIsNamedAsync(string words, IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken);

    /// <summary>True if the text contains the whole name (two words or more) of somebody on record.</summary>
    Task<bool> NamesSomebodyAsync(string text, CancellationToken cancellationToken);
}

/// <param name="SharedWords">How many words of the name agree.</param>
public sealed record NameMatch(PersonId Person, int SharedWords);
