namespace CaseTracker.Domain.Audit;

/// <summary>What is wrong with the trail, at the first place where something is.</summary>
/// <param name="Sequence">Number of the line concerned; null when it is about no single line.</param>
/// <param name="Place">Place in the tree, from 0; null outside it.</param>
/// <param name="Count">How many lines are concerned, where that is known.</param>
/// <param name="Row">Table and key of the row concerned; null when it is about the trail itself.</param>
/// <param name="Record">Number or pseudonym of the record that the row belongs to, where it can be told.</param>
public sealed record TrailFault(TrailFaultKind Kind, long? Sequence = null, long? Place = null, long? Count = null, string? Row = null, string? Record = null);

/// <summary>The state of the tree is gone or was changed: nothing is built upon it.</summary>
public sealed class TrailTreeException(TrailFaultKind kind, string sentence) : InvalidOperationException(sentence)
{
    public TrailFault Fault => new(kind);
}

public enum TrailFaultKind
{
    /// <summary>The row with the state of the tree is gone.</summary>
    TreeMissing = 1,

    /// <summary>The state of the tree was not written with the audit key.</summary>
    TreeAltered = 2,

    /// <summary>The content of a line is not what was written.</summary>
    LineAltered = 3,

    /// <summary>A line's leaf hash is not the hash of the line.</summary>
    LeafReplaced = 4,

    /// <summary>A line stands at a place where it was not sealed.</summary>
    LineMoved = 5,

    /// <summary>There is no line at a place of the tree.</summary>
    LineMissing = 6,

    /// <summary>Two lines claim one place.</summary>
    PlaceTaken = 7,

    /// <summary>The last places of the tree are empty.</summary>
    CutOff = 8,

    /// <summary>A line claims a place beyond the tree.</summary>
    BeyondTree = 9,

    /// <summary>All lines are there and match, but not the root that was kept of them.</summary>
    RootDiffers = 10,

    /// <summary>The same line stands in the trail twice.</summary>
    LineRepeated = 11,

    /// <summary>A number is missing between lines, in a database that leaves no gaps.</summary>
    NumberMissing = 12,

    /// <summary>The trail is shorter than a kept checkpoint: an older database was put back, or the end was cut off.</summary>
    ShorterThanCheckpoint = 13,

    /// <summary>The lines that a kept checkpoint covers are not the ones of then.</summary>
    CheckpointDiffers = 14,

    /// <summary>A checkpoint that was not signed with this installation's key.</summary>
    ForeignCheckpoint = 15,

    /// <summary>A line holds what cannot be in it, such as a word where an id belongs.</summary>
    LineUnreadable = 16,

    /// <summary>What a line wrote is not what it holds the root of.</summary>
    WritesAltered = 17,

    /// <summary>There are writes of which no line knows.</summary>
    WritesAdded = 18,

    /// <summary>A row does not hold what the line that last wrote it left in it.</summary>
    RowAltered = 19,

    /// <summary>A row is gone that no line removed.</summary>
    RowMissing = 20,

    /// <summary>A row is there that no line wrote, or that was removed.</summary>
    RowAdded = 21,

    /// <summary>When a line wrote a row, it held something else than the line before had left in it.</summary>
    RowAlteredBefore = 22,

    /// <summary>A file among the kept checkpoints is none, or its signature does not match it.</summary>
    CheckpointUnreadable = 23,
}
