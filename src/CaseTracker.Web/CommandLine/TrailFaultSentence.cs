using CaseTracker.Domain.Audit;

namespace CaseTracker.Web.CommandLine;

/// <summary>What is wrong with the trail, as the operator reads it.</summary>
public static class TrailFaultSentence
{
    public static string Of(TrailFault fault) => fault.Kind switch
    {
        TrailFaultKind.TreeMissing => "The state of the tree is gone from the database.",
        TrailFaultKind.TreeAltered => "The state of the tree was changed, or was not written with this audit key.",
        TrailFaultKind.LineAltered => $"Line {fault.Sequence} is not as it was written: it was changed, or entered by somebody without the audit key.",
        TrailFaultKind.LeafReplaced => $"Line {fault.Sequence} has a leaf hash that is not its own.",
        TrailFaultKind.LineMoved => $"Line {fault.Sequence} stands at place {fault.Place}, where it was not sealed: lines were moved, taken out or replaced.",
        TrailFaultKind.LineMissing => $"The line at place {fault.Place} is missing: it was deleted.",
        TrailFaultKind.PlaceTaken => $"Line {fault.Sequence} claims place {fault.Place}, which another line has.",
        TrailFaultKind.CutOff => $"The last {fault.Count} lines, from place {fault.Place}, are missing: the end was cut off.",
        TrailFaultKind.BeyondTree => $"Line {fault.Sequence} claims place {fault.Place}, which the tree never gave.",
        TrailFaultKind.RootDiffers => "The lines do not give the root that was kept of them.",
        TrailFaultKind.LineRepeated => $"Line {fault.Sequence} stands in the trail a second time.",
        TrailFaultKind.NumberMissing => $"Line {fault.Sequence} is missing: it was deleted.",
        TrailFaultKind.ShorterThanCheckpoint => $"The trail is {fault.Count} lines shorter than a kept checkpoint: an older database was put back, or the end was cut off.",
        TrailFaultKind.CheckpointDiffers => $"The first {fault.Count} lines are not the ones of a kept checkpoint: the trail was rewritten, or an older database was put back and carried on.",
        TrailFaultKind.ForeignCheckpoint => "A checkpoint was signed with another key than this installation's.",
        TrailFaultKind.LineUnreadable => $"Line {fault.Sequence} cannot be read: it was changed.",
        TrailFaultKind.WritesAltered => $"What line {fault.Sequence} wrote is not what it vouches for: hashes of rows were changed, added or taken out.",
        TrailFaultKind.WritesAdded => "There are hashes of rows that no line wrote.",
        TrailFaultKind.CheckpointUnreadable => $"{fault.Count} of the files in the data folder's checkpoints are no checkpoints, or were changed. This installation wrote them, so somebody has altered them; keep them and look into who could.",
        TrailFaultKind.RowAltered => $"{Row(fault)} is not as it was last written{By(fault)}: it was changed past the product.",
        TrailFaultKind.RowMissing => $"{Row(fault)} is gone, and nothing removed it after it was last written{By(fault)}: it was deleted past the product.",
        TrailFaultKind.RowAdded => $"{Row(fault)} was written by no line: it was entered past the product.",
        TrailFaultKind.RowAlteredBefore => $"{Row(fault)} had been changed past the product before line {fault.Sequence} wrote it.",
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    /// <summary>Without the number or pseudonym: whoever runs the server is nobody's case worker. Auditors have it in their notice.</summary>
    private static string Row(TrailFault fault) => $"The row {fault.Row}";

    private static string By(TrailFault fault) => fault.Sequence is { } line ? $" by line {line}" : "";
}
