using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Reference;

public class ReleaseTests
{
    [Fact]
    public void The_same_reading_twice_changes_nothing()
    {
        var release = SampleReleases.Stigmatization;

        Assert.False(release.Update(SampleReleases.StigmatizationContents, Some.Now));
        Assert.Equal(1, release.Version);
    }

    [Fact]
    public void A_newer_reading_replaces_words_and_keeps_what_was_recorded()
    {
        var release = SampleReleases.Stigmatization;
        Record(release, "CT-RST-PARTLY", Some.On(2016, 11));
        var better = new BilingualText("better", "mejor");

        var contents = SampleReleases.StigmatizationContents with { Asks = [SampleReleases.SafeEnvironment, SampleReleases.Recognition with { Text = better }], Effects = [], Mission = null };
        Assert.True(release.Update(contents, Some.Now));

        var ask = release.Asks.Single(a => a.Key == "public-recognition");
        Assert.Equal((better, 2, "CT-RST-PARTLY"), (ask.Text, ask.Position, ask.StatusCode));
        Assert.Single(ask.Changes);
        Assert.Empty(release.Effects);
        Assert.Null(release.Mission);
    }

    [Fact]
    public void Other_codes_are_a_newer_reading()
    {
        var head = SampleReleases.StigmatizationContents.Head;
        var contents = SampleReleases.StigmatizationContents with { Head = head with { Relevance = head.Relevance with { Acts = ["CT-STG-1"] } } };

        var release = SampleReleases.Stigmatization;
        Assert.True(release.Update(contents, Some.Now));
        Assert.Equal(["CT-STG-1"], release.RelevantActs);
    }

    [Fact]
    public void Until_somebody_looks_there_is_no_information() =>
        Assert.All(SampleReleases.Stigmatization.Asks, a => Assert.Equal(Ask.NoInformation, a.StatusCode));

    [Fact]
    public void Recording_keeps_the_reason_the_date_and_the_author()
    {
        var release = SampleReleases.Stigmatization;

        Assert.True(Record(release, "CT-RST-PARTLY", Some.On(2016, 11)).IsSuccess);

        var ask = release.Asks.Single(a => a.Key == "public-recognition");
        var change = Assert.Single(ask.Changes);
        Assert.Equal(("CT-RST-PARTLY", 2), (ask.StatusCode, release.Version));
        Assert.Equal((Ask.NoInformation, "Speech of the minister", Some.On(2016, 11), Some.Worker), (change.FormerCode, change.Reason, change.On, change.By));
    }

    [Fact]
    public void An_older_fact_recorded_later_does_not_undo_a_newer_one()
    {
        var release = SampleReleases.Stigmatization;
        Record(release, "CT-RST-IMPLEMENTED", Some.On(2016, 11));
        Record(release, "CT-RST-CONTRARY", Some.On(2016, 8));

        Assert.Equal("CT-RST-IMPLEMENTED", release.Asks.Single(a => a.Key == "public-recognition").StatusCode);
    }

    [Fact]
    public void Refuses_what_cannot_be()
    {
        var release = SampleReleases.Stigmatization;

        Refused.With(SharedErrors.UnknownTerm.On("Status"), Record(release, "done", Some.On(2016, 11)));
        Refused.With(SharedErrors.Required.On("On"), Record(release, "CT-RST-PARTLY", PartialDate.Unknown));
        Refused.With(PartialDateErrors.InTheFuture.On("On"), Record(release, "CT-RST-PARTLY", Some.On(2017, 2)));
        Refused.With(ReferenceErrors.BeforeItWasAsked.On("On"), Record(release, "CT-RST-PARTLY", Some.On(2015)));
        Refused.With(SharedErrors.Required.On("Reason"), Record(release, "CT-RST-PARTLY", Some.On(2016, 11), reason: " "));
        Refused.With(SharedErrors.NotFound, Record(release, "CT-RST-PARTLY", Some.On(2016, 11), ask: "apologise"));
        Assert.Equal(1, release.Version);
    }

    private static Result Record(Release release, string status, PartialDate on, string reason = "Speech of the minister", string ask = "public-recognition") =>
        release.RecordImplementation(ask, status, reason, on, ReferenceTerms.Instance, Some.Today, Some.Stamp);
}
