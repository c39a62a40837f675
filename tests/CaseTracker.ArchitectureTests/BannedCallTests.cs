using CaseTracker.Application.Confidentiality;
using CaseTracker.ArchitectureTests.Planted;
using CaseTracker.Testing;

namespace CaseTracker.ArchitectureTests;

public sealed class BannedCallTests
{
    private static readonly string[] Clock = ["System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow"];

    private static readonly string[] Blocking =
        ["System.Threading.Tasks.Task.Wait", "System.Threading.Tasks.Task.WaitAll", "System.Threading.Tasks.Task`1.get_Result", "System.Runtime.CompilerServices.TaskAwaiter.GetResult", "System.Threading.Thread.Sleep"];

    /// <summary>Who may look past the filter that hides what the actor may not see, and why.</summary>
    private static readonly Dictionary<string, string> MayLookPast = new()
    {
        ["PeopleRecorder"] = "a pseudonym must be free everywhere, not only where this actor looks",
        ["IdentityRegister"] = "a title must not name anybody on record, seen or not; the answer is yes or no",
        ["IdentityDoors"] = "an incident that this actor does not see may be the one that says who may know somebody, and its owner is told; nothing of it is answered",
        ["ExpireDrafts"] = "deletes what is too old, whoever wrote it, and reads nothing of it",
        ["EndedDrafts"] = "destroys the keys of drafts that are nobody's any more: one that it overlooked would lose its key",
        ["EraseIncidentHandler"] = "an incident that this actor does not see needs its people too; what it finds is only spared",
        ["ErasePersonHandler"] = "who somebody is goes from every incident, seen or not; no number of theirs is answered",
        ["LogIncidentHandler"] = "an incident's id must be free everywhere; the answer is yes or no",
        ["ScheduleFollowUpHandler"] = "a follow-up's id must be free everywhere; the answer is yes or no",
        ["InterventionLoading"] = "an intervention's id must be free everywhere; the answer is yes or no",
        ["StartCampaignHandler"] = "a campaign's id must be free everywhere; the answer is yes or no",
        ["AssessRiskHandler"] = "an assessment's id must be free everywhere; the answer is yes or no",
        ["RecordMeasureHandler"] = "a measure's id must be free everywhere; the answer is yes or no",
        ["SaveDraftHandler"] = "an incident's id must be free everywhere; the answer is yes or no",
    };

    [Fact]
    public void Time_comes_from_the_time_provider() => Expect.None(Lines(Calls(Product.All, Clock)));

    [Fact]
    public void The_domain_makes_no_random_ids() => Expect.None(Lines(Calls(Product.Types(Product.Domain), ["System.Guid.NewGuid"])));

    [Fact]
    public void Nobody_blocks_a_thread_on_a_task() => Expect.None(Lines(Blocked(Product.All)));

    [Fact]
    public void Only_those_with_a_reason_look_past_the_visibility_filter() =>
        Assert.Equal(MayLookPast.Keys.Order(), Calls(Product.All, PastTheFilter).Select(c => c.Type.Name).Distinct().Order());

    /// <summary>Whoever opened one on their own would decide anew what becomes of one that was altered.</summary>
    [Fact]
    public void Sealed_texts_are_opened_in_one_place() =>
        Assert.Equal([typeof(Unsealing)], Calls(Product.All, Opens).Select(c => c.Type).Distinct());

    [Fact]
    public void Each_rule_catches_a_planted_violation()
    {
        Assert.Single(Calls([typeof(OpensOnItsOwn)], Opens));
        Assert.Equal(2, Calls([typeof(ReadsTheClock)], Clock).Count());
        Assert.Single(Calls([typeof(MakesAnId)], ["System.Guid.NewGuid"]));
        Assert.Equal(3, Blocked([typeof(Blocks)]).Count());
        Assert.Single(Calls([typeof(LooksPastTheFilter)], PastTheFilter));
    }

    [Fact]
    public void An_awaited_task_is_not_taken_for_a_blocked_thread() =>
        Expect.None(Lines(Blocked([typeof(LooksPastTheFilter), typeof(ReadsTheClock)])));

    private static string[] Opens => ["CaseTracker.Application.Confidentiality.IKeyRing.Open", "CaseTracker.Infrastructure.Confidentiality.KeyRing.Open"];

    private static string[] PastTheFilter => ["Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.IgnoreQueryFilters"];

    private static IEnumerable<(Type Type, string Call)> Calls(IEnumerable<Type> types, string[] banned) =>
        types.SelectMany(t => Dependencies.CallsOf(t).Where(banned.Contains).Select(call => (t, call)));

    private static List<(Type Type, string Call)> Blocked(IEnumerable<Type> types) => [.. Calls(types, Blocking).Where(c => !IsAwaited(c))];

    private static IEnumerable<string> Lines(IEnumerable<(Type Type, string Call)> calls) => calls.Select(c => $"{c.Type.FullName}: {c.Call}");

    /// <summary>Builders of the state machines of methods that await, asynchronous iterators among them.</summary>
    private static readonly string[] Awaiting =
        ["TaskMethodBuilder.AwaitUnsafeOnCompleted", "TaskMethodBuilder`1.AwaitUnsafeOnCompleted", "AsyncIteratorMethodBuilder.AwaitUnsafeOnCompleted"];

    /// <summary>The compiler itself writes GetResult for an await, beside an await of the state machine.</summary>
    private static bool IsAwaited((Type Type, string Call) found) =>
        found.Call.EndsWith(".GetResult", StringComparison.Ordinal)
        && Dependencies.CallsOf(found.Type).Any(c => Awaiting.Any(builder => c.EndsWith(builder, StringComparison.Ordinal)));
}
