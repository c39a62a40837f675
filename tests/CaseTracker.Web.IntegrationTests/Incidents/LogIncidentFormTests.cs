using CaseTracker.Web.Pages.Incidents;

namespace CaseTracker.Web.IntegrationTests.Incidents;

public class LogIncidentFormTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, VictimRow> Details => new()
    {
        { "gender", new VictimRow { Gender = "CT-GEN-F" } },
        { "age", new VictimRow { AgeBand = "CT-AGE-30-44" } },
        { "indigenous", new VictimRow { IsIndigenous = true } },
        { "profile", new VictimRow { Profiles = ["CT-PRF-PRESS"] } },
        { "on record", new VictimRow { Person = Guid.NewGuid().ToString() } },
        { "group", new VictimRow { Kind = "Group" } },
    };

    [Fact]
    public void An_act_stays_with_its_victim_when_an_empty_row_above_is_dropped()
    {
        var form = Form(["", "Berta", "Carla"], "1");

        Assert.Equal([("Berta", 0)], Sent(form.Tidied()));
    }

    [Fact]
    public void An_act_stays_with_its_victim_when_an_empty_row_in_between_is_dropped()
    {
        var form = Form(["Ana", "", "Carla"], "2");

        Assert.Equal([("Carla", 0)], Sent(form.Tidied()));
    }

    [Fact]
    public void An_act_stays_with_its_victim_when_somebody_above_is_removed()
    {
        var form = Form(["Ana", "Berta", "Carla"], "1", "2");

        form.Rearrange("remove-victim-0");

        Assert.Equal([("Berta", 0), ("Carla", 1)], Sent(form.Tidied()));
    }

    [Fact]
    public void An_act_is_nobodys_once_its_victim_is_removed()
    {
        var form = Form(["Ana", "Berta"], "0", "");

        form.Rearrange("remove-victim-0");

        Assert.Equal([ActRow.Nobody, ""], form.Acts.Select(a => a.Victim));
        Assert.Equal([-1, 0], form.Tidied().ToCommand(Now, "Threat").Acts.Select(a => a.Victim));
    }

    [Fact]
    public void An_empty_victim_whom_an_act_is_for_is_not_forgotten()
    {
        var form = Form(["Ana", ""], "1");

        Assert.Equal(2, form.Tidied().ToCommand(Now, "Threat").Victims.Count);
    }

    [Fact]
    public void An_act_for_everybody_is_one_act_a_victim_that_was_typed()
    {
        var form = Form(["Ana", "", "Carla"], "");

        Assert.Equal([("Ana", 0), ("Carla", 0)], Sent(form.Tidied()));
    }

    [Theory]
    [MemberData(nameof(Details))]
    public void A_victim_of_whom_only_a_detail_is_typed_is_not_dropped(string what, VictimRow row)
    {
        var form = Form(["Ana"], "");
        form.Victims.Add(row);

        Assert.True(form.Tidied().ToCommand(Now, "Threat").Victims.Count == 2, what);
    }

    [Fact]
    public void Removing_a_row_that_is_not_there_removes_nothing()
    {
        var form = Form(["Ana", "Berta"], "1");

        form.Rearrange("remove-victim-7");
        form.Rearrange("remove-act-7");

        Assert.Equal([("Berta", 0)], Sent(form.Tidied()));
    }

    [Theory]
    [InlineData("act")]
    [InlineData("perpetrator")]
    [InlineData("source")]
    public void Removes_exactly_the_row_that_was_asked_for(string kind)
    {
        var form = Form(["Ana"], "", "", "");
        form.Acts[1].Method = "keep";
        form.Perpetrators = [new() { Description = "first" }, new() { Description = "keep" }, new() { Description = "last" }];
        form.Sources = [new() { Description = "first" }, new() { Description = "keep" }, new() { Description = "last" }];

        form.Rearrange($"remove-{kind}-0");

        var first = kind switch { "act" => form.Acts[0].Method, "perpetrator" => form.Perpetrators[0].Description, _ => form.Sources[0].Description };
        Assert.Equal("keep", first);
    }

    private static LogIncidentForm Form(string[] names, params string[] actsFor)
    {
        var form = LogIncidentForm.New(Now);
        form.Victims = [.. names.Select(name => new VictimRow { Name = name })];
        form.Acts = [.. actsFor.Select((victim, i) => new ActRow { Victim = victim, Code = $"code {i}" })];
        return form;
    }

    /// <summary>Name of the victim and number of the row that each act sent belongs to.</summary>
    private static List<(string? Victim, int Act)> Sent(LogIncidentForm form)
    {
        var command = form.ToCommand(Now, "Threat");
        return [.. command.Acts.Select(a => (command.Victims[a.Victim].Name, int.Parse(a.Code!.Split(' ')[1])))];
    }
}
