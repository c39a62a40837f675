using System.CommandLine;
using System.CommandLine.Invocation;
using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using CaseTracker.Application.Persistence;

namespace CaseTracker.Web.CommandLine;

/// <summary>What an operator can ask of the executable. Exit code 0 for success, 1 for a refusal explained in a sentence, 2 for wrong usage.</summary>
public static class Verbs
{
    private const int Refused = 1;
    private const int WrongUsage = 2;

    public static async Task<int> RunAsync(string[] args, Action<WebApplicationBuilder> compose)
    {
        // The operator's console speaks English, whatever the machine does; pages follow their reader.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var hosts = new HostBuilding(compose);
        var root = Root(hosts);
        var arguments = Arguments.Split(args, OptionsOf(root).ToHashSet());
        hosts.Configuration = arguments.Configuration;
        var parsed = root.Parse(arguments.Verb);
        var console = new InvocationConfiguration
        {
            Output = Console.Out,
            Error = Console.Out,
            EnableDefaultExceptionHandler = false,

            // The web host ends itself in an orderly way; two masters of one signal would cut it short.
            ProcessTerminationTimeout = null,
        };
        try
        {
            var code = await parsed.InvokeAsync(console);
            return parsed.Action is ParseErrorAction ? WrongUsage : code;
        }
        catch (RefusedToOperatorException refusal)
        {
            Console.WriteLine(refusal.Message);
            return Refused;
        }
        catch (Exception fault) when (fault is DbException || fault.GetBaseException() is DbException)
        {
            Console.WriteLine($"The database did not answer as expected: {CodesOf(fault, hosts.Faults)}.");
            return Refused;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Console.WriteLine($"A file or folder cannot be read or written by this account (Data:Directory, Vault:KeyFile): {fault.Message}");
            return Refused;
        }
    }

    /// <summary>Codes to look up. What a database says in words can hold the value that it refuses.</summary>
    private static string CodesOf(Exception fault, IDatabaseFaults? faults)
    {
        var cause = fault.GetBaseException();
        if (cause is SocketException socket)
        {
            return $"{fault.GetType().Name}, {socket.SocketErrorCode}";
        }

        return faults?.CodeOf(cause) is { } code ? $"{cause.GetType().Name} {code}" : cause.GetType().Name;
    }

    private static RootCommand Root(HostBuilding hosts)
    {
        var serve = new ServeVerb(hosts);
        var root = new RootCommand("CaseTracker documents incidents against human rights defenders and follows each one to accountability. Without a verb it serves the site.")
        {
            serve.Command(),
            MigrateVerb.Command(hosts),
            SeedVerb.Command(hosts),
            UserVerb.Command(hosts),
            AuditVerb.Command(hosts),
            KeysVerb.Command(hosts),
        };
        root.SetAction((_, cancellationToken) => serve.RunAsync(cancellationToken));
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction(hosts);
        return root;
    }

    private static IEnumerable<string> OptionsOf(Command command) =>
        command.Options.SelectMany(option => option.Aliases.Append(option.Name)).Concat(command.Subcommands.SelectMany(OptionsOf));
}

/// <summary>Why a verb was not done, in one sentence for the operator.</summary>
public sealed class RefusedToOperatorException(string sentence) : Exception(sentence);
