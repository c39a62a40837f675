namespace CaseTracker.Application.Confidentiality;

/// <summary>
/// Sealed values that did not open in one use case and that it goes on without, so that one altered row does not close the
/// list that it stands in: each is shown by a word, and told of by the pipeline. It goes along with the running work, because
/// what opens a value is handed on by every list and knows of no pipeline.
/// </summary>
public sealed class SealsMet
{
    private static readonly AsyncLocal<SealsMet?> Running = new();

    private readonly List<SealBrokenException> _found = [];
    private readonly bool _changes;

    private SealsMet(bool changes) => _changes = changes;

    /// <summary>Each record and column once.</summary>
    public IEnumerable<SealBrokenException> Found => _found.DistinctBy(f => (f.Owner, f.Place));

    /// <param name="changes">The use case changes something, or fills a form that does: what it opens for that has to open.</param>
    public static SealsMet Watch(bool changes) => Running.Value = new(changes);

    /// <returns>False where the value is needed: then the fault goes on its way.</returns>
    public static bool GoesOnWithout(SealBrokenException broken) => Running.Value is { _changes: false } && PassesOver(broken);

    /// <summary>The same for a record that is only looked at to be compared with others, also on the way to a change.</summary>
    public static bool PassesOver(SealBrokenException broken)
    {
        Running.Value?._found.Add(broken);
        return Running.Value is not null;
    }
}
