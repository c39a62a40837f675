using System.Reflection;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Shared;
using CaseTracker.Infrastructure.Persistence;
using CaseTracker.Web.Hosting;

namespace CaseTracker.ArchitectureTests;

internal static class Product
{
    public static readonly Assembly Domain = typeof(Refusal).Assembly;
    public static readonly Assembly Application = typeof(Trail).Assembly;
    public static readonly Assembly Infrastructure = typeof(CaseTrackerDbContext).Assembly;
    public static readonly Assembly Web = typeof(Site).Assembly;

    public static IEnumerable<Type> Types(params Assembly[] assemblies) => assemblies.SelectMany(Dependencies.WrittenTypes);

    public static IEnumerable<Type> All => Types(Domain, Application, Infrastructure, Web);

    /// <summary>The folder below the layer, e.g. <c>Incidents</c>; null at the layer's root.</summary>
    public static string? FeatureOf(Type type)
    {
        var parts = (type.Namespace ?? "").Split('.');
        return parts.Length > 2 ? parts[2] : null;
    }
}
