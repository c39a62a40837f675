using CaseTracker.Domain.People;

namespace CaseTracker.Domain.UnitTests.People;

public class NameTokensTests
{
    [Theory]
    [InlineData("Núñez", "nunez")]
    [InlineData("NU\u0301N\u0303EZ", "nunez")]
    [InlineData("Nunez", "nunez")]
    [InlineData("İpek", "ipek")]
    [InlineData("ıpek", "ipek")]
    [InlineData("IPEK", "ipek")]
    [InlineData("O'Brien", "obrien")]
    [InlineData("O’Brien", "obrien")]
    [InlineData("Nu\u200Dñez", "nunez")]
    [InlineData("ﬁdel", "fidel")]
    [InlineData("हिन्दी", "हनद")]
    [InlineData("𐒰𐓧", "𐓘𐓧")]
    public void Folds_what_people_write_differently(string name, string token) => Assert.Equal([token], NameTokens.Of(name));

    [Theory]
    [InlineData("Ana-María de la Cruz y del Río")]
    [InlineData("ana maría cruz río")]
    [InlineData("ANA\u2010MARIA\u00A0CRUZ, Rio.")]
    public void Hyphens_and_particles_do_not_matter(string name) => Assert.Equal(["ana", "maria", "cruz", "rio"], NameTokens.Of(name));

    [Fact]
    public void A_turkish_server_folds_as_any_other()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("tr-TR");
            Assert.Equal(["ignacio"], NameTokens.Of("IGNACIO"));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void Each_word_counts_once_and_one_letter_is_no_word() => Assert.Equal(["ana", "ruiz"], NameTokens.Of("Ana A. Ruiz", null, "RUIZ"));

    [Theory]
    [InlineData("Centro Ñandú de Derechos Humanos, A.C.", new[] { "nandu" })]
    [InlineData("Asociación Civil «Obsidiana Clara» de Puebla, AC", new[] { "obsidiana", "clara", "puebla" })]
    [InlineData("Network of Women Human Rights Defenders of the Coast", new[] { "women", "coast" })]
    [InlineData("Red de Derechos Humanos", new[] { "red", "derechos", "humanos" })]
    [InlineData("Itzel Zúñiga Pech", new[] { "itzel", "zuniga", "pech" })]
    [InlineData("", new string[0])]
    public void A_name_is_told_from_others_by_what_not_every_organisation_is_called(string name, string[] telling) =>
        Assert.Equal(telling, NameTokens.Telling(NameTokens.Of(name)));

    [Theory]
    [InlineData("")]
    [InlineData(" -- ' ")]
    [InlineData("\uFFFE\uFFFF\uFDD0\U0010FFFF")]
    [InlineData("\0")]
    public void What_holds_no_word_gives_none(string text) => Assert.Empty(NameTokens.Of(text));

    [Fact]
    public void Half_a_character_does_not_stop_a_search() => Assert.Equal(["ana", "ruiz"], NameTokens.Of("Ana" + '\uD83D' + "Ruiz"));

    [Fact]
    public void A_very_long_word_is_cut_to_what_is_stored()
    {
        Assert.Equal(60, NameTokens.Of(new string('x', 500)).Single().Length);
        Assert.False(char.IsHighSurrogate(NameTokens.Of("a" + string.Concat(Enumerable.Repeat("𐓧", 100))).Single()[^1]));
    }
}
