using System.Text.Json;
using CaseTracker.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseTracker.Infrastructure.Outbox;

/// <summary>Something that happened, stored with its cause and waiting to be told to the rest of the product.</summary>
internal sealed class OutboxMessage
{
    private static readonly Dictionary<string, Type> Events = typeof(IDomainEvent).Assembly.GetTypes()
        .Where(t => t.IsAssignableTo(typeof(IDomainEvent)) && t.IsClass)
        .ToDictionary(t => t.Name);

    private OutboxMessage()
    {
    }

    public long Id { get; private init; }

    public string Type { get; private init; } = "";

    /// <summary>Ids and codes only, as JSON.</summary>
    public string Payload { get; private init; } = "";

    public DateTimeOffset At { get; private init; }

    public DateTimeOffset? DeliveredAt { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Not before this moment; grows with every failed attempt.</summary>
    public DateTimeOffset NextAttemptAt { get; private set; }

    public static OutboxMessage Of(IDomainEvent happened, DateTimeOffset at) =>
        new() { Type = happened.GetType().Name, Payload = JsonSerializer.Serialize(happened, happened.GetType()), At = at, NextAttemptAt = at };

    /// <exception cref="InvalidOperationException">This version of the product no longer knows the event.</exception>
    public IDomainEvent Read() => Events.TryGetValue(Type, out var type)
        ? (IDomainEvent)JsonSerializer.Deserialize(Payload, type)!
        : throw new InvalidOperationException($"Unknown event {Type}.");
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("Outbox");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Type).HasMaxLength(80);
        builder.Property(m => m.Payload).HasMaxLength(2000);
        builder.HasIndex(m => new { m.DeliveredAt, m.NextAttemptAt });
    }
}
