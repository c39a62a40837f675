using CaseTracker.Application.Access;

namespace CaseTracker.Web.Pages.Shared;

/// <param name="Current">The reader's own, which they end by signing out.</param>
/// <param name="EndAction">Where a button with the id of a session sends it.</param>
public sealed record SessionTable(IReadOnlyList<SessionView> Sessions, Guid? Current, string EndAction);
