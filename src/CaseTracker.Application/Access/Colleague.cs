using CaseTracker.Domain.Access;

namespace CaseTracker.Application.Access;

/// <summary>Somebody to choose from a list.</summary>
public sealed record Colleague(MemberId Id, string Name);
