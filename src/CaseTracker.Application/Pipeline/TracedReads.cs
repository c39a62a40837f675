using CaseTracker.Application.Paging;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Application.Pipeline;

/// <summary>A query that opens one record: that it was read is in the trail before it is shown.</summary>
public interface ITracedRead<TAnswer> : IQuery<TAnswer>
    where TAnswer : IRefusable<TAnswer>
{
    /// <summary>Goes with every page of the record, so that a page which shows more is traced by what it shows.</summary>
    bool IsFrame => false;

    /// <summary>Number or id of the record, as the trail names it; null if this one was about many.</summary>
    string? RecordIn(TAnswer answer);

    /// <summary>All records that it showed texts of, where that is more than one; each gets a line of its own.</summary>
    IEnumerable<string> RecordsIn(TAnswer answer) => RecordIn(answer) is { } record ? [record] : [];
}

/// <summary>A part of one incident.</summary>
public interface IReadsIncident<TAnswer> : ITracedRead<TAnswer>
    where TAnswer : IRefusable<TAnswer>
{
    string Number { get; }

    string? ITracedRead<TAnswer>.RecordIn(TAnswer answer) => Number;
}

/// <summary>A query over many records: the trail keeps how many were shown or counted, and nothing of what.</summary>
public interface ITracedList<TAnswer> : IQuery<TAnswer>
    where TAnswer : IRefusable<TAnswer>
{
    int RowsIn(TAnswer answer);
}

/// <summary>One page of a list.</summary>
public interface ITracedPage<TRow> : ITracedList<Result<Page<TRow>>>
{
    int ITracedList<Result<Page<TRow>>>.RowsIn(Result<Page<TRow>> answer) => answer.Value.Rows.Count;
}
