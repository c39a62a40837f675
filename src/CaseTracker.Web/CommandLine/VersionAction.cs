using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace CaseTracker.Web.CommandLine;

public sealed class VersionAction(HostBuilding hosts) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var assembly = typeof(VersionAction).Assembly;
        var version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        var edition = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "Edition").Value;
        var configuration = WebApplication.CreateBuilder(hosts.Configuration).Configuration;
        Console.WriteLine($"CaseTracker {version}, {edition} edition, database {configuration["Database:Provider"] ?? "Sqlite"}");
        return 0;
    }
}
