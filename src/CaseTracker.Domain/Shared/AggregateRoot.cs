namespace CaseTracker.Domain.Shared;

/// <summary>Something that happened and that other features may react to. Saved in the same transaction as its cause.</summary>
public interface IDomainEvent;

/// <summary>What the database context needs of every aggregate, whatever its id.</summary>
public interface IAggregateRoot
{
    int Version { get; }

    IReadOnlyList<IDomainEvent> Events { get; }

    void ClearEvents();
}

public abstract class AggregateRoot<TId> : IAggregateRoot
    where TId : struct, IStronglyTypedId<TId>
{
    private readonly List<IDomainEvent> _events = [];

    public TId Id { get; protected init; }

    /// <summary>Grows with every change, on every database; a writer who saw an older one is refused.</summary>
    public int Version { get; private set; } = 1;

    public DateTimeOffset CreatedAt { get; protected init; }

    public DateTimeOffset ChangedAt { get; private set; }

    public IReadOnlyList<IDomainEvent> Events => _events;

    public void ClearEvents() => _events.Clear();

    /// <summary>Refuses a writer whose screen showed an older state. Null means that the caller saw no screen (a job, an import).</summary>
    public Refusal? CheckVersion(int? seen) => seen is null || seen == Version ? null : SharedErrors.StaleVersion;

    protected void Raise(IDomainEvent happened) => _events.Add(happened);

    protected void Changed(DateTimeOffset at)
    {
        Version++;
        ChangedAt = at;
    }

    protected void Created(DateTimeOffset at) => ChangedAt = at;
}
