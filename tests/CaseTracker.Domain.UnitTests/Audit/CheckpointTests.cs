using System.Security.Cryptography;
using CaseTracker.Domain.Audit;

namespace CaseTracker.Domain.UnitTests.Audit;

public sealed class CheckpointTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 3, 16, 15, 0, 0, TimeSpan.Zero);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private string Text => Checkpoint.Sign(12345, MerkleTree.Leaf([1]), At, _key);

    public void Dispose() => _key.Dispose();

    [Fact]
    public void Reads_what_was_signed()
    {
        var read = Checkpoint.Read(Text)!;

        Assert.Equal((12345L, At), (read.Size, read.At));
        Assert.Equal(MerkleTree.Leaf([1]), read.Root);
        Assert.Equal(_key.ExportSubjectPublicKeyInfo(), read.PublicKey);
        Assert.NotNull(Checkpoint.Read(Text.ReplaceLineEndings("\r\n")));
    }

    [Fact]
    public void Reads_nothing_in_which_a_character_was_changed()
    {
        var text = Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '='))
            {
                var changed = text.Remove(i, 1).Insert(i, text[i] == 'A' ? "B" : "A");
                Assert.True(Checkpoint.Read(changed) is null, $"Character {i} can be changed: {text[i]}");
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("casetracker.trail.checkpoint/v1\n")]
    [InlineData("\0")]
    public void Reads_nothing_in_what_is_no_checkpoint(string text) => Assert.Null(Checkpoint.Read(text));

    [Fact]
    public void Reads_nothing_signed_on_another_curve()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Null(Checkpoint.Read(Checkpoint.Sign(1, MerkleTree.Leaf([1]), At, other)));
    }
}
