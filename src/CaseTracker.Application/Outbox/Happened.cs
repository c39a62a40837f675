using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Outbox;

/// <summary>Delivers a stored event, at least once, in the transaction that marks it delivered; what a handler writes is stored with that mark.</summary>
/// <param name="MessageId">The same on every delivery; part of the key of what a handler creates.</param>
public sealed record Happened<TEvent>(TEvent Event, long MessageId) : INotification
    where TEvent : IDomainEvent;
