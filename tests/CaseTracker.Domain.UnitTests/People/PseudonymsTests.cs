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
    public void Hardly_ever_repeat()
    {
        var random = new Random(2);
        Assert.True(Enumerable.Range(0, 1000).Select(_ => Pseudonyms.Make(random.Next)).Distinct().Count() > 995);
    }
}
