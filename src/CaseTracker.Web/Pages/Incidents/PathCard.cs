using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Accountability;

namespace CaseTracker.Web.Pages.Incidents;

/// <summary>Model of <c>_Path</c>.</summary>
/// <param name="Address">Of the incident.</param>
/// <param name="Comparison">Null where the clock does not run.</param>
/// <param name="Faster">Of a path against the defender that runs faster than the one against the aggressor.</param>
public sealed record PathCard(PathView Path, IReadOnlyList<AccusedView> Accused, Comparison? Comparison, string Address, bool MayWork, UnequalPace? Faster = null);
