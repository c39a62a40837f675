namespace CaseTracker.Application.Pipeline;

/// <summary>What the running use case tells the trail. Numbers, ids and codes only; never content.</summary>
public sealed class Trail
{
    public string? Subject { get; private set; }

    public string? Detail { get; private set; }

    public void Of(string subject, string? detail = null)
    {
        Subject = subject;
        Detail = detail;
    }

    internal void Clear()
    {
        Subject = null;
        Detail = null;
    }
}
