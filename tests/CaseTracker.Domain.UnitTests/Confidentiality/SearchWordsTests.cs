using CaseTracker.Domain.Confidentiality;

namespace CaseTracker.Domain.UnitTests.Confidentiality;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("amenaza", "amenazas")]
    [InlineData("amenazada", "amenazado")]
    [InlineData("agresiones", "agresion")]
    [InlineData("Núñez", "nunez")]
    [InlineData("voces", "voz")]
    [InlineData("ZARQÚN", "zarqun")]
    [InlineData("threats", "threat")]
    [InlineData("threatened", "threatening")]
    [InlineData("bodies", "body")]
    [InlineData("stopped", "stops")]
    [InlineData("hoping", "hope")]
    public void Finds_one_form_of_a_word_by_another(string written, string sought) => Assert.True(Finds(written, sought), $"{sought} does not find {written}");

    [Theory]
    [InlineData("casa", "caso de corrupción")]
    [InlineData("threat", "thread")]
    [InlineData("juez", "justicia")]
    public void Does_not_find_another_word(string written, string sought) => Assert.False(Finds(written, sought));

    [Fact]
    public void Every_word_sought_must_be_there() => Assert.False(Finds("Dos llamadas anónimas", "llamadas policía"));

    [Fact]
    public void Words_that_stand_everywhere_are_neither_kept_nor_sought()
    {
        Assert.Equal(["casa"], SearchWords.Sought("la casa de los").Select(s => s[^1]));
        Assert.DoesNotContain("de", SearchWords.Of("casa de la"));
    }

    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("ponies", "poni")]
    [InlineData("agreed", "agree")]
    [InlineData("feed", "feed")]
    [InlineData("plastered", "plaster")]
    [InlineData("motoring", "motor")]
    [InlineData("sing", "sing")]
    [InlineData("conflated", "conflate")]
    [InlineData("falling", "fall")]
    [InlineData("hissing", "hiss")]
    [InlineData("filing", "file")]
    [InlineData("happy", "happi")]
    [InlineData("sky", "sky")]
    public void English_stems_are_those_of_Porters_first_step(string word, string stem) => Assert.Equal(stem, SearchWords.English(word));

    private static bool Finds(string written, string sought)
    {
        var kept = SearchWords.Of(written);
        return SearchWords.Sought(sought) is { Count: > 0 } words && words.All(stems => stems.Any(kept.Contains));
    }
}
