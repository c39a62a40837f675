using CaseTracker.Application.Pipeline;
using CaseTracker.ArchitectureTests.Planted;
using CaseTracker.Testing;

namespace CaseTracker.ArchitectureTests;

/// <summary>Whatever shows a record leaves a line in the trail; what leaves none is named here, with its reason.</summary>
public sealed class TracedReadTests
{
    private static readonly Dictionary<string, string> Untraced = new()
    {
        ["AnythingLogged"] = "the operator's start asks yes or no; no person is looking",
        ["CountDemonstration"] = "how many of a list are invented; the list is traced",
        ["CountNotices"] = "one number, of the reader's own notices, on every page",
        ["GetAssignees"] = "names of colleagues for a form whose incident is traced by its header",
        ["ListAssignees"] = "names of colleagues for a form whose incident is traced by its header",
        ["GetDraft"] = "what the reader typed themselves",
        ["GetFilterChoices"] = "names of colleagues, teams and codes to narrow a list by; the list is traced",
        ["GetRelease"] = "a published text; the incidents that cite it are shown by number to those who may see them",
        ["ListReleases"] = "published texts",
        ["GetAuthorityChoices"] = "names of authorities",
        ["GetTrailChoices"] = "names to narrow the trail by; the trail's page is traced",
        ["GetTrailState"] = "how far the trail is sealed: numbers about the trail itself",
        ["ListTeams"] = "names of teams",
        ["GetSecondFactors"] = "whether the reader has an app, and the names of their own passkeys",
        ["OfferApp"] = "a new key for the reader; setting it up is traced",
        ["OfferPasskey"] = "a question for the reader's browser; adding the passkey is traced",
        ["OwnSessions"] = "where the reader is signed in",
        ["OwnAccount"] = "the reader's own name, language and address",
        ["SeeHandOver"] = "marks the reader's own notice; the incident's page is traced by what it shows",
        ["PrepareLogging"] = "the reader's own drafts and teams; the duplicates in it are traced by their own query",
    };

    [Fact]
    public void Every_query_is_traced_or_says_why_not() =>
        Assert.Equal(Untraced.Keys.Order(), Silent(Product.Application.GetTypes()).Select(q => q.Name).Order());

    [Fact]
    public void The_rule_catches_a_planted_violation() => Assert.Single(Silent([typeof(SilentQuery)]));

    /// <summary>A command is traced with its change: that it also reads needs no line of its own.</summary>
    [Fact]
    public void No_command_is_declared_a_read() =>
        Expect.None(Product.Application.GetTypes().Where(t => IsA(t, typeof(ICommand<>)) && IsA(t, typeof(IQuery<>))).Select(t => t.Name));

    private static IEnumerable<Type> Silent(IEnumerable<Type> types) => types.Where(t =>
        t is { IsClass: true, IsAbstract: false } && IsA(t, typeof(IQuery<>)) && !IsA(t, typeof(ITracedRead<>)) && !IsA(t, typeof(ITracedList<>)));

    private static bool IsA(Type type, Type contract) => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == contract);
}
