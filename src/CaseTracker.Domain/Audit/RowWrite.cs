namespace CaseTracker.Domain.Audit;

/// <summary>One row that a line of the trail wrote: what it held before, and what it holds since.</summary>
/// <param name="Key">The parts of its key after the record's id, with strokes between them; empty where that is the whole key.</param>
/// <param name="Before">See <see cref="RowHash"/>; null if there was no such row.</param>
/// <param name="After">Null if the row was removed.</param>
public sealed record RowWrite(string Table, string Key, byte[]? Before, byte[]? After);
