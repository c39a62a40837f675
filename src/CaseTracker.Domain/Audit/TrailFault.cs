namespace CaseTracker.Domain.Audit;

/// <summary>What is wrong with the trail, at the first place where something is.</summary>
/// <param name="Sequence">Number of the line concerned; null when it is about no single line.</param>
/// <param name="Place">Place in the tree, from 0; null outside it.</param>
/// <param name="Count">How many lines are concerned, where that is known.</param>
public sealed record TrailFault(TrailFaultKind Kind, long? Sequence = null, long? Place = null, long? Count = null);

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
}
