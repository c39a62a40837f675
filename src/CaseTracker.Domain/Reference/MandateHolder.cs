namespace CaseTracker.Domain.Reference;

/// <summary>An independent expert who speaks under a mandate of the Human Rights Council.</summary>
public sealed class MandateHolder
{
    public const int KeyLimit = 60;
    public const int NameLimit = 120;

    private MandateHolder()
    {
    }

    /// <summary>Stable, and fit for an address, e.g. <c>forst</c>.</summary>
    public string Key { get; private init; } = "";

    public string Name { get; private set; } = "";

    public BilingualText Mandate { get; private set; } = null!;

    public static MandateHolder Shipped(string key, string name, BilingualText mandate) => new() { Key = key, Name = name, Mandate = mandate };

    /// <returns>True if anything differs from what is stored.</returns>
    public bool Update(string name, BilingualText mandate)
    {
        if ((Name, Mandate) == (name, mandate))
        {
            return false;
        }

        (Name, Mandate) = (name, mandate);
        return true;
    }
}
