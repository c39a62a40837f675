namespace CaseTracker.Domain.Shared;

/// <summary>An id that cannot be handed to a method that wants another record's id.</summary>
public interface IStronglyTypedId
{
    Guid Value { get; }
}

public interface IStronglyTypedId<TSelf> : IStronglyTypedId
    where TSelf : struct, IStronglyTypedId<TSelf>
{
    static abstract TSelf From(Guid value);
}

/// <summary>Who did something, and when (UTC).</summary>
public readonly record struct Stamp(Access.MemberId By, DateTimeOffset At);
