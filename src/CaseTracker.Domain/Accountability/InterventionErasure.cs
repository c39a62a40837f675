using CaseTracker.Domain.Erasures;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Accountability;

/// <summary>What is left of what tracked a release: type, dates, codes and grades, and the fact.</summary>
public sealed partial class Intervention
{
    /// <summary>When its content was erased; null while it stands, and for what is about an incident, which is erased with it.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>Nobody waits for the reply any more.</summary>
    public Result Erase(Stamp stamp)
    {
        if (ErasedAt is not null)
        {
            return ErasureErrors.InterventionErased;
        }

        if (IncidentId is not null)
        {
            return ErasureErrors.GoesWithIncident;
        }

        ErasedAt = stamp.At;
        if (IsAwaiting)
        {
            End(stamp);
        }
        else
        {
            Changed(stamp.At);
        }

        return Result.Success;
    }
}
