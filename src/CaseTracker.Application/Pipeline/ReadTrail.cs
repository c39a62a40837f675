using System.Globalization;
using CaseTracker.Application.Access;
using CaseTracker.Application.Persistence;

namespace CaseTracker.Application.Pipeline;

/// <summary>
/// What has been read on behalf of the actor. Written at once, unless the host holds it back to write everything that one
/// page reads in one transaction, before anything of the page leaves.
/// </summary>
public sealed class ReadTrail(ITrailWriter writer, CurrentActor current)
{
    /// <summary>Stands before the number of rows in a list's line.</summary>
    public const string Rows = "rows:";

    private readonly List<(Read Line, bool IsFrame)> _held = [];
    private readonly HashSet<string> _traced = [];
    private bool _holds;

    /// <summary>Whoever holds must call <see cref="WriteAsync"/> before answering.</summary>
    public void Hold() => _holds = true;

    /// <exception cref="System.Data.Common.DbException">The line cannot be written: what was read must not be shown.</exception>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        _holds = false;
        var shown = _held.Where(r => !r.IsFrame).Select(r => r.Line).Distinct().ToList();
        _traced.UnionWith(shown.Select(r => r.Subject).OfType<string>());
        shown.AddRange(_held.Where(r => r.IsFrame && _traced.Add(r.Line.Subject!)).Select(r => r.Line));
        _held.Clear();
        if (shown.Count > 0)
        {
            await writer.WriteReadsAsync(current.Actor.Id, shown, cancellationToken);
        }
    }

    internal Task OpenedAsync(string action, string record, bool isFrame, CancellationToken cancellationToken) =>
        AddAsync(new Read(action, record, null), isFrame, cancellationToken);

    internal Task ListedAsync(string action, int rows, CancellationToken cancellationToken) =>
        AddAsync(new Read(action, null, string.Create(CultureInfo.InvariantCulture, $"{Rows}{rows}")), isFrame: false, cancellationToken);

    /// <summary>A line of this request names the record already: its frame needs none of its own.</summary>
    internal void Covered(string? record)
    {
        if (record is not null)
        {
            _traced.Add(record);
        }
    }

    private async Task AddAsync(Read line, bool isFrame, CancellationToken cancellationToken)
    {
        _held.Add((line, isFrame));
        if (!_holds)
        {
            await WriteAsync(cancellationToken);
        }
    }
}

/// <summary>One line about a read. The subject is null for a list.</summary>
public sealed record Read(string Action, string? Subject, string? Detail);
