using System.Text.Json;
using CaseTracker.Domain.Confidentiality;

namespace CaseTracker.Domain.UnitTests.Confidentiality;

public sealed class SealedTests
{
    private static readonly Sealed<string> Name = Sealed<string>.Of("Ana Núñez");

    [Fact]
    public void Refuses_to_be_rendered() => Assert.Throws<InvalidOperationException>(() => Name.ToString());

    [Fact]
    public void Refuses_to_be_part_of_a_sentence() => Assert.Throws<InvalidOperationException>(() => $"Victim: {Name}");

    [Fact]
    public void Refuses_to_be_serialised() => Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new { Name }));

    [Fact]
    public void Refuses_to_be_read_from_json() => Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<Sealed<string>>("\"Ana\""));

    [Fact]
    public void Offers_a_form_nothing_to_bind_to()
    {
        Assert.Empty(typeof(Sealed<string>).GetConstructors());
        Assert.Empty(typeof(Sealed<string>).GetProperties());
    }

    [Fact]
    public void In_its_envelope_it_no_longer_holds_what_it_sealed()
    {
        var value = Sealed<string>.Of("Ana Núñez");
        value.Close([1, 2, 3]);

        Assert.False(value.IsFresh);
        Assert.Throws<InvalidOperationException>(() => value.Clear);
        Assert.DoesNotContain(typeof(Sealed<string>).GetFields(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance), f => Equals(f.GetValue(value), "Ana Núñez"));
    }

    [Fact]
    public void Is_not_stored_unless_somebody_sealed_it() => Assert.Throws<InvalidOperationException>(() => Sealed<string>.Of("x").Envelope);
}
