namespace CaseTracker.Domain.Accountability;

/// <summary>A perpetrator as far as the ladder asks.</summary>
/// <param name="Sequence">Of the involvement, within its incident.</param>
/// <param name="IsKnown">Who it was is recorded; nobody convicts the unknown.</param>
public readonly record struct Answerable(int Sequence, bool IsKnown, bool GaveOrders)
{
    /// <summary>ESF 24: unknown.</summary>
    private const string Unknown = "99";

    /// <summary>
    /// ESF 18: gave the orders, planned the act. Political responsibility (06) is not among them: it does not say that somebody
    /// wanted the act done.
    /// </summary>
    private static readonly string[] Orders = ["0102", "0105"];

    public static Answerable Of(int sequence, string perpetrator, string? role) => new(sequence, perpetrator != Unknown, Orders.Contains(role));
}

/// <summary>Everybody who answers for an incident, and whether somebody established that nobody gave orders.</summary>
public sealed record Roster(IReadOnlyList<Answerable> All, bool NobodyGaveOrders)
{
    public static readonly Roster Nobody = new([], NobodyGaveOrders: false);

    /// <summary>What full justice needs of the roster itself, whoever stands convicted.</summary>
    public bool IsEstablished => All.Count > 0 && All.All(a => a.IsKnown) && (NobodyGaveOrders || All.Any(a => a.GaveOrders));
}

/// <summary>What keeps convictions from being full justice.</summary>
public enum Lacking
{
    /// <summary>Perpetrators whose identity is recorded as unknown.</summary>
    Known = 1,

    /// <summary>Perpetrators against whom no conviction stands.</summary>
    Convicted = 2,

    /// <summary>Convictions that can still be appealed.</summary>
    Final = 3,

    /// <summary>Nobody is recorded who gave orders, nor that nobody did.</summary>
    WhoeverOrdered = 4,

    /// <summary>Convictions recorded under earlier rules, without saying who was convicted.</summary>
    Named = 5,
}
