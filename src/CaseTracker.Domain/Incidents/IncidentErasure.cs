using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Incidents;

/// <summary>What is left of an incident whose content was erased: codes, dates, states, and the fact.</summary>
public sealed partial class Incident
{
    /// <summary>When its content was erased; null while it stands.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>Nobody takes over what was erased, reviews it or moves it on: it is closed, and an open proposal ends with it.</summary>
    /// <remarks>Its proceedings have to be loaded: their desks are in clear.</remarks>
    public Result Erase(Stamp stamp)
    {
        if (ErasedAt is not null)
        {
            return ErasureErrors.IncidentErased;
        }

        Replace(stamp);

        // Without a change of its own in the history: the reason that one asks for would be sealed under the key that goes.
        Workflow = Workflow.Closed;
        ErasedAt = stamp.At;
        _proceedings.ForEach(p => p.EraseWords());
        Changed(stamp.At);
        return Result.Success;
    }
}
