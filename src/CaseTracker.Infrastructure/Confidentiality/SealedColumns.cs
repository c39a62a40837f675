using CaseTracker.Domain.Confidentiality;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CaseTracker.Infrastructure.Confidentiality;

/// <summary>A sealed value is stored as its envelope, and comes back in it. One that nobody sealed is a fault and not stored.</summary>
internal sealed class SealedConverter() : ValueConverter<Sealed<string>, byte[]>(value => value.Envelope, envelope => Sealed<string>.InEnvelope(envelope));

/// <summary>Two seals of one value differ, so only the very same seal is the same; and there is nothing to copy in it.</summary>
internal sealed class SealedComparer() : ValueComparer<Sealed<string>>((a, b) => ReferenceEquals(a, b), value => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(value), value => value);
