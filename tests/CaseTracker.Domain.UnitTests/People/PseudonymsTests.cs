using CaseTracker.Domain.People;

namespace CaseTracker.Domain.UnitTests.People;

public class PseudonymsTests
{
    [Fact]
    public void Are_three_syllables_and_two_digits()
    {
        var random = new Random(1);
        Assert.All(Enumerable.Range(0, 2000).Select(_ => Pseudonyms.Make(random.Next)), name =>
        {
            Assert.Matches("^[A-Z][aeiou]([a-z][aeiou]){2}-[1-9][0-9]$", name);
            Assert.True(name.Length <= Person.PseudonymLimit);
        });
    }

    [Fact]
    public void Draw_again_rather_than_insult_a_victim()
    {
        // p-u, t-a, m-a is drawn first, then t-a, r-u, m-i.
        var draws = new Queue<int>([8, 4, 11, 0, 6, 0, 11, 0, 9, 4, 6, 2, 42]);

        Assert.Equal("Tarumi-52", Pseudonyms.Make(_ => draws.Dequeue()));
    }

    [Fact]
    public void Every_part_of_one_may_be_a_part_of_one()
    {
        var random = new Random(3);
        Assert.All(Enumerable.Range(0, 200).Select(_ => Pseudonyms.Make(random.Next)), name =>
        {
            for (var from = 0; from < name.Length; from++)
            {
                for (var to = from + 1; to <= name.Length; to++)
                {
                    Assert.True(Pseudonyms.MayHold(name[from..to]), name[from..to]);
                    Assert.True(Pseudonyms.MayHold(name[from..to].ToUpperInvariant()), name[from..to]);
                }
            }
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("Aguilar")]
    [InlineData("familiares")]
    [InlineData("tala ")]
    [InlineData("Núñez")]
    [InlineData("tarumi52")]
    [InlineData("52-52")]
    [InlineData("523")]
    [InlineData("%")]
    public void A_text_that_no_part_can_be_is_told_from_one(string text) => Assert.False(Pseudonyms.MayHold(text));

    [Fact]
    public void Hardly_ever_repeat()
    {
        var random = new Random(2);
        Assert.True(Enumerable.Range(0, 1000).Select(_ => Pseudonyms.Make(random.Next)).Distinct().Count() > 995);
    }
}
