using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.People;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.People;

namespace CaseTracker.Application.Incidents;

/// <summary>Turns what somebody looks for into what a sealed database can be asked.</summary>
public sealed class IncidentSearch(IBlindIndex blind, IIdentityRegister identities)
{
    public async Task<IncidentCriteria> PrepareAsync(IncidentCriteria wanted, CancellationToken cancellationToken)
    {
        if (wanted.Text is not { } text)
        {
            return wanted;
        }

        return wanted with
        {
            Text = text with
            {
                Words = [.. SearchWords.Sought(text.Typed).Select(stems => stems.Select(blind.OfWord).ToList())],
                People = [.. (await identities.FindByNameAsync(text.Typed, cancellationToken)).Select(m => (PersonId?)m.Person)],
            },
        };
    }
}
