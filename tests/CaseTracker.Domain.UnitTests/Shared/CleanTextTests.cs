using System.Text;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;
using FsCheck;
using FsCheck.Fluent;

namespace CaseTracker.Domain.UnitTests.Shared;

public class CleanTextTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\r\n\t")]
    [InlineData("\u200B")]
    [InlineData("\u200D\u2060\uFEFF")]
    [InlineData("\u00A0\u3000")]
    [InlineData("\u3164")]
    [InlineData("\u2800\u2800")]
    [InlineData("\u0301")]
    [InlineData("\U000E0020")]
    public void What_nobody_can_see_is_empty(string? raw)
    {
        Assert.Null(CleanText.Line(raw, 100, "Title").Value);
        Assert.Null(CleanText.Lines(raw, 100, "Title").Value);
        Refused.With(SharedErrors.Required.On("Title"), CleanText.Line(raw, 100, "Title", required: true));
    }

    [Fact]
    public void Invisible_characters_on_two_lines_are_empty() => Assert.Null(CleanText.Lines("\u200B\n\u200B", 100, "Note").Value);

    [Theory]
    [InlineData("\0")]
    [InlineData("Ana\0")]
    [InlineData("A\0na")]
    [InlineData("Ana\u001B[31m")]
    [InlineData("Ana\u007F")]
    [InlineData("A\u0085na", true)]
    [InlineData("A\u202Egpj.exe")]
    [InlineData("A\u202Dna")]
    [InlineData("A\uFFFEna")]
    [InlineData("A\uFFFFna")]
    [InlineData("A\uFDD0na")]
    [InlineData("A\U0001FFFEna")]
    public void Refuses_what_cannot_be_stored_or_shown_safely(string raw, bool isALineEnd = false) =>
        Refused.With(isALineEnd ? SharedErrors.NotOneLine.On("Name") : SharedErrors.UnusableCharacters.On("Name"), CleanText.Line(raw, 100, "Name"));

    /// <remarks>Built here: an attribute stores its text as UTF-8, which has no half characters.</remarks>
    [Fact]
    public void Refuses_half_a_character() => Assert.All(
        ["Ana " + '\uD83D', '\uDE00' + " Ana", "A" + '\uDE00' + '\uD83D' + "na"],
        raw => Refused.With(SharedErrors.UnusableCharacters.On("Name"), CleanText.Line(raw, 100, "Name")));

    [Theory]
    [InlineData("زكريا می\u200Cخواهم")]
    [InlineData("👩\u200D⚖️ hearing")]
    [InlineData("\u2067שלום\u2069")]
    [InlineData("İstanbul ısı")]
    [InlineData("Зapata")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<svg onload=alert(1)>")]
    [InlineData("{{7*7}} '; DROP TABLE incidents; -- %_[")]
    [InlineData("=HYPERLINK(\"x\")")]
    public void Keeps_what_a_language_or_a_person_means(string raw) => Assert.Equal(raw, CleanText.Line(raw, 100, "Name").Value);

    [Fact]
    public void Twins_written_composed_and_decomposed_are_one()
    {
        var composed = CleanText.Line("Núñez", 100, "Name").Value;
        var decomposed = CleanText.Line("Nu\u0301n\u0303ez", 100, "Name").Value;

        Assert.Equal(composed, decomposed);
        Assert.Equal(5, decomposed!.Length);
    }

    [Theory]
    [InlineData("Ana\r\nBcc: all@example.org")]
    [InlineData("Ana\nEva")]
    [InlineData("Ana\rEva")]
    [InlineData("Ana\u2028Eva")]
    [InlineData("Ana\u2029Eva")]
    [InlineData("Ana\vEva")]
    [InlineData("Ana\fEva")]
    public void Refuses_a_second_line_where_one_is_meant(string raw) => Refused.With(SharedErrors.NotOneLine.On("Name"), CleanText.Line(raw, 100, "Name"));

    [Theory]
    [InlineData("  Ana\r\n")]
    [InlineData("\u2028Ana\r")]
    [InlineData("\tAna\u0085")]
    public void A_line_end_at_the_edge_is_only_a_slip(string raw) => Assert.Equal("Ana", CleanText.Line(raw, 100, "Name").Value);

    [Theory]
    [InlineData("one\r\ntwo")]
    [InlineData("one\rtwo")]
    [InlineData("one\u2028two")]
    [InlineData("one\u2029two")]
    [InlineData("one\u0085two")]
    [InlineData("one\vtwo")]
    public void Every_kind_of_line_end_becomes_one(string raw) => Assert.Equal("one\ntwo", CleanText.Lines(raw, 100, "Note").Value);

    [Fact]
    public void Refuses_what_is_longer_than_its_limit()
    {
        Assert.Equal(new string('a', 160), CleanText.Line(new string('a', 160), 160, "Title").Value);
        Refused.With(SharedErrors.TooLong.On("Title"), CleanText.Line(new string('a', 161), 160, "Title"));
        Assert.Equal([160], CleanText.Line(new string('a', 161), 160, "Title").Refusals[0].Arguments);
    }

    [Fact]
    public void Refuses_a_megabyte_as_too_long_whatever_is_in_it() =>
        Refused.With(SharedErrors.TooLong.On("Name"), CleanText.Line(new string('\u202E', 1 << 20), 160, "Name"));

    [Theory]
    [InlineData("\u0301")]
    [InlineData("\u0301\u200D")]
    [InlineData("\U0001E008")]
    public void Refuses_a_flood_of_marks_on_one_letter(string mark)
    {
        var flood = new StringBuilder("Z");
        for (var i = 0; i < 7; i++)
        {
            flood.Append(mark);
        }

        Refused.With(SharedErrors.UnusableCharacters.On("Name"), CleanText.Line(flood + "algo", 100, "Name"));
    }

    [Fact]
    public void Keeps_the_marks_that_a_language_needs() => Assert.Equal("ế ก็ שָּׁ", CleanText.Line("e\u0302\u0301 ก็ ש\u05B8\u05BC\u05C1", 100, "Name").Value!.Normalize());

    [Fact]
    public void Cleaning_twice_changes_nothing_more()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), raw =>
        {
            var once = CleanText.Lines(raw, 1000, "Note");
            return !once.IsSuccess || once.Value is null || CleanText.Lines(once.Value, 1000, "Note").Value == once.Value;
        }).QuickCheckThrowOnFailure();
    }
}
