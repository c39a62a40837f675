using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Reference;

public readonly record struct ReleaseId(Guid Value) : IStronglyTypedId<ReleaseId>
{
    public static ReleaseId From(Guid value) => new(value);

    public static ReleaseId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

public readonly record struct AskId(Guid Value) : IStronglyTypedId<AskId>
{
    public static AskId From(Guid value) => new(value);

    public static AskId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}
