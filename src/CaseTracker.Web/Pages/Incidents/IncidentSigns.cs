using CaseTracker.Application.Protection;

namespace CaseTracker.Web.Pages.Incidents;

/// <summary>Model of <c>_Signs</c>: what may mean that it gets worse for somebody, and what can be done about it.</summary>
/// <param name="Number">The incident on whose page they stand.</param>
/// <param name="MayWork">The reader may assess the risk and dismiss the signs of this incident.</param>
public sealed record IncidentSigns(IReadOnlyList<SignView> Signs, string Number, bool MayWork)
{
    public IEnumerable<SignView> Standing => Signs.Where(s => s.Dismissed is null);

    public IEnumerable<SignView> Dismissed => Signs.Where(s => s.Dismissed is not null);
}
