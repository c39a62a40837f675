using CaseTracker.Application.Confidentiality;

namespace CaseTracker.Web.Hosting;

/// <summary>
/// Logs a fault by its type, where it came from and the request's trace id. Never by its message: a database names in it the
/// value that it already has or that is too long, and what was typed must not reach a log.
/// </summary>
public sealed partial class FaultLog(RequestDelegate next, ILogger<FaultLog> logger)
{
    /// <summary>Would log a fault whole: what EF Core could not store or read, and what an error page or the server caught.</summary>
    private static readonly string[] Talkative =
    [
        "Microsoft.EntityFrameworkCore.Update", "Microsoft.EntityFrameworkCore.Query",
        "Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware",
        "Microsoft.AspNetCore.Server.Kestrel",
    ];

    /// <summary>Filters of the code, so that no setting opens what it was not meant to; warnings of these categories have no fault in them.</summary>
    public static void Configure(ILoggingBuilder logging)
    {
        foreach (var category in Talkative)
        {
            logging.AddFilter(category, level => level is LogLevel.Warning or LogLevel.Critical);
        }
    }

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault)
        {
            // A broken seal has been logged with its place by its own alarm.
            if (fault is not SealBrokenException)
            {
                var cause = fault.GetBaseException();
                LogFault(logger, fault.GetType().Name, cause.GetType().Name, $"{cause.TargetSite?.DeclaringType}.{cause.TargetSite?.Name}", context.TraceIdentifier);
            }

            throw;
        }
    }

    [LoggerMessage(LogLevel.Error, "A request failed: {Fault} of {Cause} in {Place}, trace {Trace}")]
    private static partial void LogFault(ILogger logger, string fault, string cause, string place, string trace);
}
