namespace CaseTracker.Web.CommandLine;

/// <summary>
/// The words after the executable: a verb with its options, and configuration. A <c>--key=value</c> that is no verb's
/// option is configuration, as is <c>--urls value</c> and its like.
/// </summary>
public sealed record Arguments(string[] Verb, string[] Configuration)
{
    private static readonly HashSet<string> HostKeys = new(StringComparer.OrdinalIgnoreCase) { "--urls", "--environment", "--contentRoot", "--webroot" };

    public static Arguments Split(IReadOnlyList<string> args, IReadOnlySet<string> verbOptions)
    {
        List<string> verb = [], configuration = [];
        for (var i = 0; i < args.Count; i++)
        {
            var name = args[i].Split('=', 2)[0];
            var isKey = name.StartsWith("--", StringComparison.Ordinal) && !verbOptions.Contains(name);
            if (isKey && args[i].Contains('='))
            {
                configuration.Add(args[i]);
            }
            else if (isKey && (HostKeys.Contains(name) || name.Contains(':')) && i + 1 < args.Count)
            {
                configuration.AddRange([args[i], args[++i]]);
            }
            else
            {
                verb.Add(args[i]);
            }
        }

        return new([.. verb], [.. configuration]);
    }
}
