using CaseTracker.Application.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Infrastructure.Audit;

internal static class AuditServices
{
    public static IServiceCollection AddTrailProof(this IServiceCollection services) => services
        .AddSingleton<TrailKeys>()
        .AddSingleton<GuardedWrites>()
        .AddSingleton<TrailBaseline>()
        .AddSingleton<CheckpointFolder>()
        .AddScoped<TrailProof>()
        .AddScoped<ITrailProof>(provider => provider.GetRequiredService<TrailProof>());
}
