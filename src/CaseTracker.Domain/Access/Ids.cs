using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Access;

public readonly record struct MemberId(Guid Value) : IStronglyTypedId<MemberId>
{
    public static MemberId From(Guid value) => new(value);

    public static MemberId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

public readonly record struct TeamId(Guid Value) : IStronglyTypedId<TeamId>
{
    public static TeamId From(Guid value) => new(value);

    public static TeamId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}
