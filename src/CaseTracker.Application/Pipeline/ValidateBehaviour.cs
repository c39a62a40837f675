using CaseTracker.Domain.Shared;
using MediatR;

namespace CaseTracker.Application.Pipeline;

public sealed class ValidateBehaviour<TRequest, TAnswer> : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>
    where TAnswer : IRefusable<TAnswer>
{
    public async Task<TAnswer> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        var refusals = request is IValidated validated ? validated.Validate().ToList() : [];
        return refusals.Count > 0 ? TAnswer.Refused(refusals) : await next();
    }
}
