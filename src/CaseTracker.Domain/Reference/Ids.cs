using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Reference;

public readonly record struct ReleaseId(Guid Value) : IStronglyTypedId<ReleaseId>
{
    public static ReleaseId From(Guid value) => new(value);

    public static ReleaseId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}
