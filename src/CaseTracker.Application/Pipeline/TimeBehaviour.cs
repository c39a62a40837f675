using System.Diagnostics;
using MediatR;
using Microsoft.Extensions.Logging;

namespace CaseTracker.Application.Pipeline;

/// <summary>Logs the name and duration of a use case, never its payload: payloads hold victims' names.</summary>
public sealed partial class TimeBehaviour<TRequest, TAnswer>(ILogger<TimeBehaviour<TRequest, TAnswer>> logger) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>
{
    public async Task<TAnswer> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = await next();
        LogDone(logger, typeof(TRequest).Name, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return answer;
    }

    [LoggerMessage(LogLevel.Debug, "{UseCase} took {Milliseconds:F1} ms")]
    private static partial void LogDone(ILogger logger, string useCase, double milliseconds);
}
