using CaseTracker.Application.Access;
using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Pipeline;

/// <summary>Changes something; runs in one transaction with its line in the trail. The pipeline saves: handlers do not.</summary>
public interface ICommand<TAnswer> : IRequest<TAnswer>
    where TAnswer : IRefusable<TAnswer>;

/// <summary>Reads, and changes nothing.</summary>
public interface IQuery<TAnswer> : IRequest<TAnswer>
    where TAnswer : IRefusable<TAnswer>;

/// <summary>Checks that need nothing but the request itself; they run before the transaction opens.</summary>
public interface IValidated
{
    IEnumerable<Refusal> Validate();
}

/// <summary>What the actor's role must allow before the use case even starts. Every use case declares one.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}

/// <summary>A use case of the operator's command line or of a job: refused to every person.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SystemOnlyAttribute : Attribute;
