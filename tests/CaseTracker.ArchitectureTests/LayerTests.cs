using System.Reflection;
using CaseTracker.Application.Persistence;
using CaseTracker.ArchitectureTests.Planted;
using CaseTracker.Domain.People;
using CaseTracker.Testing;
using MediatR;

namespace CaseTracker.ArchitectureTests;

/// <summary>Who may know whom. Each rule is also run on a planted violation, which it must catch.</summary>
public sealed class LayerTests
{
    /// <summary>The base library, and one package of pure arithmetic for the statistics.</summary>
    private static readonly string[] DomainMaySee = ["CaseTracker.Domain", "System.", "MathNet.Numerics"];

    private static readonly string[] OutsideWorld =
        ["System.IO.", "System.Net.", "System.Data.", "System.Diagnostics.Process", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore"];

    [Fact]
    public void Domain_knows_nothing_but_itself_and_the_base_library() => Expect.None(Broken(Product.Types(Product.Domain), NotForDomain));

    [Fact]
    public void Application_knows_no_provider_no_host_and_no_adapter() => Expect.None(Broken(Product.Types(Product.Application), NotForApplication));

    [Fact]
    public void Infrastructure_knows_nothing_of_the_host() =>
        Expect.None(Broken(Product.Types(Product.Infrastructure), used => used.Assembly == Product.Web));

    [Fact]
    public void Only_the_program_names_infrastructure() =>
        Expect.None(Broken(Product.Types(Product.Web).Where(t => t.Name != "Program"), used => used.Assembly == Product.Infrastructure));

    [Fact]
    public void Pages_send_use_cases_and_touch_no_database() => Expect.None(Broken(Product.Types(Product.Web).Where(t => t.Name != "Program"), NotForPages));

    [Fact]
    public void Nothing_knows_the_migrations() =>
        Expect.None(Broken(Product.All, used => used.Assembly.GetName().Name!.StartsWith("CaseTracker.Migrations", StringComparison.Ordinal)));

    [Fact]
    public void Features_do_not_reach_into_each_others_use_cases() => Expect.None(ReachingAcross(Product.Types(Product.Application)));

    [Fact]
    public void What_is_shared_has_two_users_at_least()
    {
        var users = Product.All.SelectMany(t => Dependencies.Of(t).Where(used => used != t)).GroupBy(used => used).ToDictionary(g => g.Key, g => g.Count());

        Expect.None(Product.Types(Product.Domain).Where(t => Product.FeatureOf(t) == "Shared" && users.GetValueOrDefault(t) < 2).Select(t => t.FullName));
    }

    [Fact]
    public void The_database_that_use_cases_see_holds_no_identities() => Expect.None(Identities(typeof(ICaseTrackerDb)).Select(p => p.Name));

    [Fact]
    public void Each_rule_catches_a_planted_violation()
    {
        Assert.Single(Broken([typeof(OpensAFile)], NotForDomain));
        Assert.Single(Broken([typeof(AsksAProvider)], NotForApplication));
        Assert.Single(Broken([typeof(AsksAProvider)], used => used.Assembly == Product.Infrastructure));
        Assert.Single(Broken([typeof(PageWithADatabase)], NotForPages));
        Assert.Single(ReachingAcross([typeof(CaseTracker.Application.Planted.ReachesAcross)]));
        Assert.Single(Identities(typeof(IDatabaseWithIdentities)));
    }

    private static IEnumerable<string> Broken(IEnumerable<Type> types, Func<Type, bool> forbidden) =>
        from type in types
        let used = Dependencies.Of(type).Where(forbidden).Select(u => u.FullName).ToList()
        where used.Count > 0
        select $"{type.FullName} uses {string.Join(", ", used)}";

    private static bool NotForDomain(Type used) =>
        !Array.Exists(DomainMaySee, start => $"{used.Namespace}.".StartsWith(start, StringComparison.Ordinal) || used.FullName!.StartsWith(start, StringComparison.Ordinal))
        && !CompilerMade(used)
        || Array.Exists(OutsideWorld, start => used.FullName!.StartsWith(start, StringComparison.Ordinal));

    private static bool NotForApplication(Type used)
    {
        var assembly = used.Assembly.GetName().Name!;
        return used.Assembly == Product.Infrastructure || used.Assembly == Product.Web
            || assembly.StartsWith("Microsoft.EntityFrameworkCore.", StringComparison.Ordinal) && assembly != "Microsoft.EntityFrameworkCore.Abstractions"
            || assembly.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || assembly.StartsWith("Npgsql", StringComparison.Ordinal)
            || assembly.StartsWith("Microsoft.Data.", StringComparison.Ordinal) || assembly.StartsWith("Quartz", StringComparison.Ordinal);
    }

    private static bool NotForPages(Type used) =>
        used == typeof(ICaseTrackerDb) || used == typeof(IUnitOfWork) || used.Assembly.GetName().Name!.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal);

    private static IEnumerable<string> ReachingAcross(IEnumerable<Type> types) =>
        types.SelectMany(type => Broken([type], used => IsUseCase(used) && Product.FeatureOf(used) != Product.FeatureOf(type)));

    private static bool IsUseCase(Type type) =>
        type.Assembly == Product.Application && !type.IsInterface && !type.IsGenericTypeDefinition
        && type.GetInterfaces().Any(i => i == typeof(IBaseRequest) || i.IsGenericType && i.GetGenericTypeDefinition() is var d && (d == typeof(IRequestHandler<,>) || d == typeof(INotificationHandler<>)));

    private static IEnumerable<PropertyInfo> Identities(Type database) =>
        database.GetProperties().Where(p => p.PropertyType.GetGenericArguments().Any(a => a == typeof(PersonIdentity)));

    private static bool CompilerMade(Type type) => type.FullName!.StartsWith('<') || type.Namespace is "Microsoft.CodeAnalysis" or null;
}
