namespace CaseTracker.Application.Accountability;

/// <summary>
/// Carries an authority's threshold to its proceedings, whoever may see them: an administrator sets it who sees no case, and nothing of a
/// case is told by it.
/// </summary>
public interface IStalledThresholds
{
    /// <param name="authority">Its code.</param>
    /// <param name="days">Days without an investigative act after which its proceedings are stalled.</param>
    Task ApplyAsync(string authority, int days, CancellationToken cancellationToken);
}
