using System.Text;
using CaseTracker.Domain.Access;

namespace CaseTracker.Domain.UnitTests.Access;

public sealed class OneTimeCodeTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B, the SHA-1 column; the last six of its eight digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Makes_the_codes_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, OneTimeCode.At(Key, OneTimeCode.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Takes_a_telephone_whose_clock_is_half_a_minute_off(int steps, bool taken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        var step = OneTimeCode.StepAt(now) + steps;
        Assert.Equal(taken ? step : null, OneTimeCode.StepOf(OneTimeCode.At(Key, step), Key, now));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00592")]
    [InlineData("0059244")]
    [InlineData("OO5924")]
    [InlineData("٠٠٥٩٢٤")]
    public void Takes_six_plain_digits_and_nothing_else(string? typed) =>
        Assert.Null(OneTimeCode.StepOf(typed, Key, DateTimeOffset.FromUnixTimeSeconds(1234567890)));

    [Fact]
    public void Takes_a_code_with_the_space_that_apps_show() =>
        Assert.NotNull(OneTimeCode.StepOf("005 924 ", Key, DateTimeOffset.FromUnixTimeSeconds(1234567890)));

    /// <summary>RFC 4648, section 10, without the padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Writes_keys_in_the_letters_of_the_standard(string bytes, string letters) => Assert.Equal(letters, Base32.Write(Encoding.ASCII.GetBytes(bytes)));

    [Fact]
    public void Reads_what_people_make_of_a_code_on_paper() => Assert.Equal("MZXWIOBA", Base32.Clean(" mzxw-10 8a\u2028"));
}
