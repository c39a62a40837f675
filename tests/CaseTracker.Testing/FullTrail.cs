using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Audit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseTracker.Testing;

/// <summary>A trail on a disk that is full whenever a test says so.</summary>
public sealed class FullTrail
{
    public bool IsFull { get; set; }

    public void Wrap(IServiceCollection services)
    {
        var real = services.Single(s => s.ServiceType == typeof(ITrailWriter));
        services.Replace(ServiceDescriptor.Singleton<ITrailWriter>(provider =>
            new Writer((ITrailWriter)ActivatorUtilities.CreateInstance(provider, real.ImplementationType!), this)));
    }

    private void ExpectRoom()
    {
        if (IsFull)
        {
            throw new IOException("No space left on device");
        }
    }

    private sealed class Writer(ITrailWriter inner, FullTrail trail) : ITrailWriter
    {
        public Task WriteAsync(MemberId? actor, string action, AuditOutcome outcome, string? subject, string? detail, CancellationToken cancellationToken)
        {
            trail.ExpectRoom();
            return inner.WriteAsync(actor, action, outcome, subject, detail, cancellationToken);
        }

        public Task WriteReadsAsync(MemberId? actor, IReadOnlyCollection<Read> reads, CancellationToken cancellationToken)
        {
            trail.ExpectRoom();
            return inner.WriteReadsAsync(actor, reads, cancellationToken);
        }
    }
}
