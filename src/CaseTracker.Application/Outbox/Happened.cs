using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Outbox;

/// <summary>Delivers a stored event, at least once, in the transaction that marks it delivered; what a handler writes is stored with that mark.</summary>
/// <param name="MessageId">The same on every delivery; part of the key of what a handler creates.</param>
public sealed record Happened<TEvent>(TEvent Event, long MessageId) : INotification
    where TEvent : IDomainEvent
{
    /// <summary>Key of the notice that tells a member of this event.</summary>
    public string KeyFor(MemberId member) => $"event:{MessageId}:{member.Value:N}";
}
